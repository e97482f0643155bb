import { expect, test } from 'vitest'
import { nodeCrypto } from './crypto.ts'

test('digests agree with the published test vectors', () => {
  // FIPS 180-2, appendix B.1, and RFC 4231, test case 2.
  expect(nodeCrypto.sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(nodeCrypto.hmacSha256Hex('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
  )
})

test('random bytes come in the asked number and differ', () => {
  const first = nodeCrypto.randomBytes(32)
  expect(first).toHaveLength(32)
  expect(nodeCrypto.randomBytes(32)).not.toEqual(first)
})

test('random UUIDs are of version 4 and differ', () => {
  const first = nodeCrypto.randomUuid()
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(nodeCrypto.randomUuid()).not.toBe(first)
})

test.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'abcd', false],
  ['', '', true],
  ['\u00e9', 'e\u0301', false]
])('%j and %j: the same is %j', (a, b, same) => {
  expect(nodeCrypto.equal(a, b)).toBe(same)
})
