import { expect, test } from 'vitest'
import { nodeCrypto } from '../platform/crypto.ts'
import { isWellFormedKey, keyHint, mintKey } from './api-key.ts'

const PREFIX = 'sk_live_'

test('a minted key has prefix, 43 digits of 256 bits and 6 of checksum', () => {
  expect(mintKey(nodeCrypto, PREFIX)).toMatch(/^sk_live_[0-9A-Za-z]{49}$/)
})

test('minted keys are well formed and differ', () => {
  const keys = Array.from({ length: 500 }, () => mintKey(nodeCrypto, PREFIX))
  expect(new Set(keys).size).toBe(500)
  expect(keys.every((key) => isWellFormedKey(nodeCrypto, PREFIX, key))).toBe(true)
})

test('every single-character typo is noticed without the store', () => {
  const key = mintKey(nodeCrypto, PREFIX)
  for (let index = PREFIX.length; index < key.length; index++) {
    const typo = key.slice(0, index) + (key[index] === 'x' ? 'y' : 'x') + key.slice(index + 1)
    expect(isWellFormedKey(nodeCrypto, PREFIX, typo)).toBe(false)
  }
})

test('a cut, lengthened or foreign key is malformed', () => {
  const key = mintKey(nodeCrypto, PREFIX)
  for (const text of ['', PREFIX, key.slice(1), key.slice(0, -1), `${key}0`, key.replace('sk_', 'pk_')]) {
    expect(isWellFormedKey(nodeCrypto, PREFIX, text)).toBe(false)
  }
})

test('the hint is the four characters behind the prefix', () => {
  expect(keyHint(PREFIX, 'sk_live_zIc8rest')).toBe('zIc8')
})
