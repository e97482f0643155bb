import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOMENT } from '../../../tests/support/stores.ts'
import { nextRun, readCron, readEvery, scheduleText } from './schedule.ts'

const SECOND = 1_000_000
const at = (text: string): number => Date.parse(text) * 1_000

describe('an interval', () => {
  test('is read from a minute to a month', () => {
    expect(readEvery('60s', '--every')).toEqual({ every: 60 })
    expect(readEvery('31d', '--every')).toEqual({ every: 2_678_400 })
  })

  test.each(['59s', '32d', 'hourly', '', '0h'])('%j is refused with what is allowed', (text) => {
    expect(() => readEvery(text, '--every')).toThrow(/^--every .* Allowed: /)
  })

  test('is due between half of it and one and a half after a run, at a time that the name tells', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 60, max: 2_678_400 }), fc.nat(10 ** 9), (name, every, later) => {
        const after = MOMENT + later
        const next = nextRun({ every }, name, after)
        expect(next - after).toBeGreaterThanOrEqual((every * SECOND) / 2)
        expect(next - after).toBeLessThan(every * SECOND * 1.5)
        expect(nextRun({ every }, name, next)).toBe(next + every * SECOND)
      })
    )
  })

  test('does not start all feeds at once', () => {
    const names = Array.from({ length: 60 }, (_, index) => `feed ${index}`)
    const minutes = names.map((name) => Math.floor(nextRun({ every: 3_600 }, name, MOMENT) / (60 * SECOND)) % 60)
    expect(new Set(minutes).size).toBeGreaterThan(20)
  })
})

describe('a schedule of cron', () => {
  test.each([
    ['0 6 * * *', '2026-05-18T06:00:00Z'],
    ['*/20 * * * *', '2026-05-17T10:20:00Z'],
    ['0 0 29 2 *', '2028-02-29T00:00:00Z'],
    ['30 4 * * MON', '2026-05-18T04:30:00Z']
  ])('%s is due at %s, in UTC', (cron, next) => {
    expect(nextRun(readCron(cron, '--cron', MOMENT), 'feed', MOMENT)).toBe(at(next))
  })

  test.each([
    '',
    'daily',
    '@daily',
    '* * * * * *',
    '61 * * * *',
    '0 6 * *',
    '0 0 30 2 *',
    '2030-01-01T00:00:00',
    '0 0 1 1 2030-01-01T00:00:00'
  ])('%j is refused with an example', (text) => {
    expect(() => readCron(text, '--cron', MOMENT)).toThrow(/^--cron .* Allowed: 0 6 \* \* \*/)
  })

  test('says what is wrong in it', () => {
    expect(() => readCron('61 * * * *', '--cron', MOMENT)).toThrow(/Invalid value for minute: 61/)
    expect(() => readCron('0 0 30 2 *', '--cron', MOMENT)).toThrow(/there is no such day/)
  })
})

test('a schedule is shown as it was given', () => {
  expect([scheduleText({ every: 5_400 }), scheduleText({ cron: '0 6 * * *' })]).toEqual(['every 90m', 'cron 0 6 * * *'])
})
