import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { KINDS } from './kind.ts'
import { ruleId } from './rule-id.ts'

/** RFC 9562, 5.5, on another implementation of SHA-1. */
const uuidV5 = (name: string): string => {
  const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
  bytes[6] = (Number(bytes[6]) & 0x0f) | 0x50
  bytes[8] = (Number(bytes[8]) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

test('the id of a known indicator is the published one', () => {
  expect(ruleId('ipv4', '203.0.113.42')).toBe('774b7f91-285c-5690-a91e-baaac45d53ff')
})

test('the id is the UUIDv5 of kind, colon and value', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fc.string({ unit: 'grapheme' }), (kind, value) => {
      expect(ruleId(kind, value)).toBe(uuidV5(`${kind}:${value}`))
    })
  )
})

test('a value of any length has its own id', () => {
  const value = '\u00e9'.repeat(5000)
  expect(ruleId('url', value)).toBe(uuidV5(`url:${value}`))
  expect(ruleId('url', `${value}a`)).not.toBe(ruleId('url', value))
})
