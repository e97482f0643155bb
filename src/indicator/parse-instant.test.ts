import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInstant } from './parse-instant.ts'
import { formatInstant } from './time.ts'

test.each([
  ['2026-05-17', '2026-05-17T00:00:00.000000Z'],
  ['2026-05-17T10:00:00Z', '2026-05-17T10:00:00.000000Z'],
  ['2026-05-17T10:00:00.1Z', '2026-05-17T10:00:00.100000Z'],
  ['2026-05-17T10:00:00.0000019Z', '2026-05-17T10:00:00.000001Z'],
  ['2026-05-17T10:00:00+02:00', '2026-05-17T08:00:00.000000Z'],
  ['2026-05-17T10:00:00 02:00', '2026-05-17T08:00:00.000000Z'],
  ['2026-05-17T10:00:00.5 0200', '2026-05-17T08:00:00.500000Z'],
  ['2026-05-17T10:00:00-0130', '2026-05-17T11:30:00.000000Z']
])('%s is %s', (text, instant) => {
  expect(formatInstant(Number(parseInstant(text)))).toBe(instant)
})

test.each([
  '',
  '2026-05-17T10:00:00',
  '2026-05-17 10:00:00Z',
  '2026-05-17T10:00:00 +02:00',
  '2026-05-17T10:00:00 Z',
  ' 2026-05-17',
  '2026-05-17 ',
  '2026-02-30',
  '1779012000',
  '5/17/2026'
])('%j is refused', (text) => {
  expect(parseInstant(text)).toBeUndefined()
})

test('a written instant reads back to itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7_000_000_000_000_000 }), (instant) => {
      expect(parseInstant(formatInstant(instant))).toBe(instant)
    })
  )
})
