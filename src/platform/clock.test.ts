import { expect, test } from 'vitest'
import { clockFrom, settableClock, systemClock } from './clock.ts'

const START = 1_700_000_000_000

test('the clock is finer than the wall clock it is anchored to', () => {
  let count = 5_000
  const clock = clockFrom(
    () => START,
    () => count
  )
  expect(clock.now()).toBe(START * 1000)
  count += 250
  expect(clock.now()).toBe(START * 1000 + 250)
})

test.each([
  ['forward', 3_600_000],
  ['back', -3_600_000]
])('the clock follows the wall clock when that is set %s', (_, step) => {
  let wall = START
  const clock = clockFrom(
    () => wall,
    () => 0
  )
  clock.now()
  wall += step
  expect(clock.now()).toBe((START + step) * 1000)
})

test('the system clock gives whole microseconds of the present', () => {
  const before = Date.now() * 1000
  const now = systemClock.now()
  const after = (Date.now() + 1) * 1000
  expect(Number.isSafeInteger(now)).toBe(true)
  expect(now).toBeGreaterThanOrEqual(before - 10_000)
  expect(now).toBeLessThanOrEqual(after + 10_000)
})

test('a settable clock stands still until it is set', () => {
  const clock = settableClock(7)
  expect([clock.now(), clock.now()]).toEqual([7, 7])
  clock.set(9)
  expect(clock.now()).toBe(9)
})
