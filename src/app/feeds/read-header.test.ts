import { describe, expect, test } from 'vitest'
import { Problem } from '../../problem/problem.ts'
import { readHeader } from './read-header.ts'

const read = (text: string, isRemote = false): unknown => readHeader(text, '--header', isRemote)

test('a header names a variable, or carries its value', () => {
  expect(read('Auth-Key: env:PARTNER_KEY')).toEqual({ name: 'Auth-Key', variable: 'PARTNER_KEY' })
  expect(read('Authorization:Bearer a:b ')).toEqual({ name: 'Authorization', literal: 'Bearer a:b' })
})

test.each(['', 'Auth-Key', ': value', 'Auth Key: value', 'Auth-Key:', 'Auth-Key: a\r\nHost: b', 'Kéy: a', 'Key: é'])(
  '%j is no header',
  (text) => {
    expect(() => read(text)).toThrow(Problem)
  }
)

test.each(['Host', 'content-length', 'If-None-Match', 'Transfer-Encoding', 'Accept-Encoding'])(
  '%s is not for others to send',
  (name) => {
    expect(() => read(`${name}: a`)).toThrow(/sends that header itself/)
  }
)

const messageOf = (text: string): string => {
  try {
    return JSON.stringify(read(text))
  } catch (error) {
    return String(error)
  }
}

test.each(['Host: s3cret', 'Bad Name: s3cret', 'Key: s3cret\u0000', 's3cret'])(
  'the refusal of %j shows no value',
  (text) => {
    expect(messageOf(text)).toContain('Problem')
    expect(messageOf(text)).not.toContain('s3cret')
  }
)

describe('a variable', () => {
  test.each(['env:', 'env:1A', 'env:A-B', 'env: A', `env:${'A'.repeat(129)}`])('is not named by %s', (value) => {
    expect(() => read(`Key: ${value}`)).toThrow(/no name of an environment variable/)
  })

  test.each(['SIGMILL_SECRET', 'sigmill_secret'])('of the program itself, %s, is never sent', (variable) => {
    expect(() => read(`Key: env:${variable}`)).toThrow(/settings of sigmill/)
  })

  test('is one of the open ones where the header comes over the API', () => {
    expect(() => read('Key: env:AWS_SECRET_ACCESS_KEY', true)).toThrow(/FEED_… only/)
    expect(read('Key: env:FEED_KEY', true)).toEqual({ name: 'Key', variable: 'FEED_KEY' })
  })
})
