import { expect, test } from 'vitest'
import { hashKind } from './hash-kind.ts'

const MD5 = hashKind('md5', 32)

test('hexadecimal digits are kept in lower case', () => {
  expect(MD5.normalise('D41D8CD98F00B204E9800998ECF8427E')).toEqual({
    kind: 'md5',
    value: 'd41d8cd98f00b204e9800998ecf8427e'
  })
})

test('a wrong length is refused with both lengths', () => {
  expect(MD5.normalise('d41d8')).toEqual({ reason: 'bad_hash', detail: '5 digits instead of 32' })
})

test('other characters are refused', () => {
  expect(MD5.normalise('g'.repeat(32))).toEqual({ reason: 'bad_hash', detail: 'not hexadecimal' })
})
