import { expect, test } from 'vitest'
import { KINDS } from './kind.ts'
import { nearest } from './nearest.ts'

test.each([
  ['ip4', 'ipv4'],
  ['IPV4', 'ipv4'],
  ['ipv5', 'ipv4'],
  ['sha265', 'sha256'],
  ['urls', 'url'],
  ['domian', 'domain'],
  ['mitre_attack', 'mitre-attack']
])('%s is taken for %s', (word, kind) => {
  expect(nearest(word, KINDS)).toBe(kind)
})

test('words of other sets are found too', () => {
  expect(nearest('confidense', ['type', 'since', 'confidence'])).toBe('confidence')
  expect(nearest('hgih', ['low', 'medium', 'high'])).toBe('high')
})

test.each(['', 'banana', 'x'.repeat(65)])('%j is near nothing', (word) => {
  expect(nearest(word, KINDS)).toBeUndefined()
})
