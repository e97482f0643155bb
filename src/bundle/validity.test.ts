import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY } from '../indicator/time.ts'
import { isRenewed, validUntil } from './validity.ts'

const atNoonOf = (day: number): number => (day * SECONDS_PER_DAY + SECONDS_PER_DAY / 2) * INSTANTS_PER_SECOND

const day = fc.integer({ min: 10_000, max: 30_000 })

describe('a row', () => {
  test.each([
    [100, 100, 160],
    [100, 129, 160],
    [100, 130, 190],
    [100, 159, 190],
    [100, 160, 220],
    [100, 99, 160]
  ])('that changed on day %i and is written on day %i holds until day %i', (changed, written, until) => {
    expect(validUntil(atNoonOf(changed), written)).toBe(until * SECONDS_PER_DAY)
  })

  test('holds for more than 30 days and at most 60 from the day on which it is written', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 5_000 }), (changed, passed) => {
        const days = validUntil(atNoonOf(changed), changed + passed) / SECONDS_PER_DAY - (changed + passed)
        expect(days).toBeGreaterThan(30)
        expect(days).toBeLessThanOrEqual(60)
      })
    )
  })

  test('is renewed exactly where its end moves, and always before it comes', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 400 }), fc.nat({ max: 60 }), (changed, before, passed) => {
        const [since, until] = [changed + before, changed + before + passed]
        const moves = validUntil(atNoonOf(changed), since) !== validUntil(atNoonOf(changed), until)
        expect(isRenewed(atNoonOf(changed), since, until)).toBe(moves)
        if (passed <= 30 && !moves) {
          expect(validUntil(atNoonOf(changed), since)).toBeGreaterThan(until * SECONDS_PER_DAY)
        }
      })
    )
  })
})
