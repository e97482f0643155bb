import { expect, test } from 'vitest'
import { dayOfInstant, dayOfSeconds, formatDay, formatInstant, formatSeconds } from './time.ts'

test('days begin at UTC midnight', () => {
  expect(dayOfSeconds(86_399)).toBe(0)
  expect(dayOfSeconds(86_400)).toBe(1)
  expect(dayOfInstant(86_400_000_000 - 1)).toBe(0)
})

test('times are written in UTC, instants with all six digits', () => {
  expect(formatDay(20_590)).toBe('2026-05-17')
  expect(formatSeconds(1_779_012_000)).toBe('2026-05-17T10:00:00Z')
  expect(formatInstant(1_779_012_000_000_001)).toBe('2026-05-17T10:00:00.000001Z')
})
