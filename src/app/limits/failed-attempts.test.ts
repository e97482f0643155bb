import { describe, expect, test } from 'vitest'
import { MOMENT } from '../../../tests/support/stores.ts'
import { INSTANTS_PER_SECOND } from '../../indicator/time.ts'
import { FailedAttempts } from './failed-attempts.ts'

const SECOND = INSTANTS_PER_SECOND

const failing = (attempts: FailedAttempts, origin: string, count: number, at = MOMENT): readonly boolean[] =>
  Array.from({ length: count }, () => attempts.fail(origin, at))

test('an origin may err as often as is allowed, and is then held off until its minute is over', () => {
  const attempts = new FailedAttempts(3)
  expect(failing(attempts, 'a', 2)).toEqual([false, false])
  expect(attempts.waitOf('a', MOMENT + 10 * SECOND)).toBeUndefined()
  expect(failing(attempts, 'a', 2, MOMENT + 10 * SECOND)).toEqual([true, false])
  expect(attempts.waitOf('a', MOMENT + 20 * SECOND)).toBe(40)
  expect(attempts.waitOf('a', MOMENT + 59.5 * SECOND)).toBe(1)
  expect(attempts.waitOf('a', MOMENT + 60 * SECOND)).toBeUndefined()
})

test('origins are held off each for itself', () => {
  const attempts = new FailedAttempts(1)
  attempts.fail('a', MOMENT)
  expect(attempts.waitOf('a', MOMENT)).toBe(60)
  expect(attempts.waitOf('b', MOMENT)).toBeUndefined()
})

test('a minute that is over begins anew with the next error', () => {
  const attempts = new FailedAttempts(2)
  failing(attempts, 'a', 2)
  expect(failing(attempts, 'a', 1, MOMENT + 60 * SECOND)).toEqual([false])
})

test('a clock that steps back holds nobody off for longer than a minute', () => {
  const attempts = new FailedAttempts(1)
  attempts.fail('a', MOMENT)
  expect(attempts.waitOf('a', MOMENT - 3_600 * SECOND)).toBe(60)
  expect(attempts.waitOf('a', MOMENT - 3_540 * SECOND)).toBeUndefined()
})

test('of more origins than are remembered, the first is forgotten', () => {
  const attempts = new FailedAttempts(1)
  for (let index = 0; index < 10_000; index++) attempts.fail(`origin ${index}`, MOMENT)
  expect(attempts.waitOf('origin 0', MOMENT)).toBe(60)
  attempts.fail('one more', MOMENT)
  expect(attempts.waitOf('origin 0', MOMENT)).toBeUndefined()
  expect(attempts.waitOf('origin 1', MOMENT)).toBe(60)
  expect(attempts.waitOf('one more', MOMENT)).toBe(60)
})

describe('a flood from many origins', () => {
  const flooded = (most: number, size = 1_000): FailedAttempts => {
    const attempts = new FailedAttempts(most)
    attempts.fail('early', MOMENT)
    for (let index = 1; index < size; index++) attempts.fail(`origin ${index}`, MOMENT)
    return attempts
  }

  test('leaves each of them one wrong key', () => {
    const attempts = flooded(30)
    expect(failing(attempts, 'late', 2)).toEqual([true, false])
    expect(attempts.waitOf('late', MOMENT)).toBe(60)
  })

  test('holds nobody off who sends no more', () => {
    const attempts = flooded(30)
    attempts.fail('late', MOMENT)
    expect(attempts.waitOf('early', MOMENT)).toBeUndefined()
    expect(failing(attempts, 'early', 1)).toEqual([true])
  })

  test('is over with its minute', () => {
    expect(failing(flooded(30), 'late', 2, MOMENT + 60 * SECOND)).toEqual([false, false])
  })

  test('begins no sooner than one origin could make it', () => {
    const attempts = flooded(2_000)
    expect(failing(attempts, 'late', 1_000)).not.toContain(true)
    expect(failing(attempts, 'later', 1)).toEqual([true])
  })
})
