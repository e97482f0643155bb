import { expect, test } from 'vitest'
import { MD5 } from './md5.ts'
import { SHA1 } from './sha1.ts'
import { SHA256 } from './sha256.ts'

test.each([
  [MD5, 32],
  [SHA1, 40],
  [SHA256, 64]
])('%o takes its own number of digits alone', (definition, digits) => {
  const { kind } = definition
  expect(definition.normalise('A'.repeat(digits))).toEqual({ kind, value: 'a'.repeat(digits) })
  expect(definition.normalise('a'.repeat(digits + 1))).toMatchObject({ reason: 'bad_hash' })
})
