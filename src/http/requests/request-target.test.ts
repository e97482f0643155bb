import { expect, test } from 'vitest'
import { originForm, splitTarget } from './request-target.ts'

test.each([
  ['/a?b', '/a?b'],
  ['//a', '//a'],
  ['http://x.example/a?b', '/a?b'],
  ['HTTPS://x.example:8443/a', '/a'],
  ['http://x.example', '/'],
  ['http://x.example?b', '/?b'],
  ['ftp://x.example/a', 'ftp://x.example/a'],
  ['*', '*'],
  ['', '']
])('%j in origin form is %j', (target, expected) => {
  expect(originForm(target)).toBe(expected)
})

test('a target splits at its first question mark', () => {
  expect(splitTarget('/a?b=c?d')).toEqual({ path: '/a', query: 'b=c?d' })
  expect(splitTarget('/a')).toEqual({ path: '/a', query: '' })
})
