import { expect, test } from 'vitest'
import { printable, terminalText } from './printable.ts'

test('an ordinary name stands in quotes', () => {
  expect(printable('feeds/Städte 1.csv')).toBe('"feeds/Städte 1.csv"')
})

test('nothing that a terminal would obey comes through', () => {
  expect(printable('a\u001b[2Jb\n\u009bc\u202ed\u2028"')).toBe('"a\\u001b[2Jb\\n\\u009bc\\u202ed\\u2028\\""')
})

test('a long name is cut', () => {
  expect(printable('x'.repeat(300))).toBe(`"${'x'.repeat(200)}..."`)
})

test('a text for a terminal stays one line, its controls spelled out and its quotes as they are', () => {
  expect(terminalText('a "b"\r\n\u001b[31mc\u0085\u2066d')).toBe('a "b"\\u000d\\u000a\\u001b[31mc\\u0085\\u2066d')
})
