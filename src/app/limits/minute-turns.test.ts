import { expect, test } from 'vitest'
import { MinuteTurns } from './minute-turns.ts'

const SECOND = 1_000_000
const NOW = 1_900_000_000 * SECOND

test('turns are renewed with every minute', () => {
  const turns = new MinuteTurns({ ofEach: 1, altogether: 2 })
  const take = (origin: string, seconds: number): boolean => turns.take(origin, NOW + seconds * SECOND)
  expect([take('one', 0), take('one', 59), take('two', 59), take('three', 59)]).toEqual([true, false, true, false])
  expect([take('one', 60), take('one', 61)]).toEqual([true, false])
})

test('a clock that steps back makes no minute longer', () => {
  const turns = new MinuteTurns({ ofEach: 1, altogether: 10 })
  const take = (seconds: number): boolean => turns.take('one', NOW + seconds * SECOND)
  expect([take(0), take(-3_600), take(-3_541), take(-3_540)]).toEqual([true, false, false, true])
})
