import { expect, test } from 'vitest'
import { MOMENT } from '../../../tests/support/stores.ts'
import { settableClock } from '../../platform/clock.ts'
import { createUpkeepJob } from './upkeep-job.ts'

const SECOND = 1_000_000
const HOUR = 3_600 * SECOND

/** A job whose work ends as it is told, and how often it was begun. */
const open = (every: number) => {
  const clock = settableClock(MOMENT)
  const errors: unknown[] = []
  let begun = 0
  let end = (_error?: Error): void => {}
  const job = createUpkeepJob({
    clock,
    every,
    work: () =>
      new Promise((resolve, reject) => {
        begun += 1
        end = (error) => (error === undefined ? resolve() : reject(error))
      }),
    onError: (error) => errors.push(error)
  })
  return {
    errors,
    job,
    /** Looks whether the job is due so many instants after the beginning; gives how often it has begun. */
    at: (instants: number): number => {
      clock.set(MOMENT + instants)
      job.startIfDue()
      return begun
    },
    end: async (error?: Error): Promise<void> => {
      end(error)
      await job.ended()
    }
  }
}

test('a job is due at once, and again when its time has passed since it began', async () => {
  const { at, end } = open(HOUR)
  expect(at(0)).toBe(1)
  await end()
  expect([at(HOUR - 1), at(HOUR)]).toEqual([1, 2])
})

test('a job that is under way is not begun beside itself', async () => {
  const { at, end } = open(0)
  expect([at(0), at(HOUR)]).toEqual([1, 1])
  await end()
  expect(at(HOUR)).toBe(2)
})

test('a job that failed is tried again a minute later, and goes on as before once it succeeds', async () => {
  const { at, end, errors } = open(0)
  at(0)
  await end(new Error('unreadable'))
  expect(errors).toMatchObject([{ message: 'unreadable' }])
  expect([at(59 * SECOND), at(60 * SECOND)]).toEqual([1, 2])
  await end()
  expect(at(61 * SECOND)).toBe(3)
})

test('a rare job that failed waits for its usual time', async () => {
  const { at, end } = open(HOUR)
  at(0)
  await end(new Error('unreadable'))
  expect([at(60 * SECOND), at(HOUR)]).toEqual([1, 2])
})

test('a clock that steps back puts nothing off for longer', async () => {
  const { at, end } = open(HOUR)
  at(0)
  await end()
  expect([at(-10 * HOUR), at(-9 * HOUR)]).toEqual([1, 2])
})

test('a job that never began has ended', async () => {
  await expect(open(0).job.ended()).resolves.toBeUndefined()
})
