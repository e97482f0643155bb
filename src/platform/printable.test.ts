import { expect, test } from 'vitest'
import { printable } from './printable.ts'

test('an ordinary name stands in quotes', () => {
  expect(printable('feeds/Städte 1.csv')).toBe('"feeds/Städte 1.csv"')
})

test('nothing that a terminal would obey comes through', () => {
  expect(printable('a\u001b[2Jb\n\u009bc\u202ed\u2028"')).toBe('"a\\u001b[2Jb\\n\\u009bc\\u202ed\\u2028\\""')
})

test('a long name is cut', () => {
  expect(printable('x'.repeat(300))).toBe(`"${'x'.repeat(200)}..."`)
})
