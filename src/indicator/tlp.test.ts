import { expect, test } from 'vitest'
import { parseTlp, stricterTlp, TLPS } from './tlp.ts'

test.each([
  ['TLP:AMBER+STRICT', 'amber-strict'],
  ['tlp:white', 'clear'],
  ['TLP:CLEAR', 'clear'],
  ['amber-strict', 'amber-strict'],
  ['Amber Strict', 'amber-strict'],
  ['tlp.amber_strict', 'amber-strict'],
  ['TLP: RED', 'red'],
  ['tlp-green', 'green'],
  [' amber ', 'amber']
])('%s is %s', (text, level) => {
  expect(parseTlp(text)).toBe(level)
})

test.each(['', 'tlp', 'tlp:ex:chr', 'purple', 'strict'])('%j is no level', (text) => {
  expect(parseTlp(text)).toBeUndefined()
})

test('the stricter of two levels wins over either side and over silence', () => {
  expect(stricterTlp('red', 'green')).toBe('red')
  expect(stricterTlp('green', 'amber-strict')).toBe('amber-strict')
  expect(stricterTlp(undefined, 'clear')).toBe('clear')
  expect(stricterTlp('clear', undefined)).toBe('clear')
  expect(stricterTlp(undefined, undefined)).toBeUndefined()
  expect(TLPS.reduce<ReturnType<typeof parseTlp>>(stricterTlp, undefined)).toBe('red')
})
