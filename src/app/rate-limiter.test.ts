import { expect, test } from 'vitest'
import { INSTANTS_PER_SECOND } from '../indicator/time.ts'
import { RateLimiter } from './rate-limiter.ts'

const SECOND = INSTANTS_PER_SECOND
const DAY = 86_400 * SECOND
/** A UTC midnight, so that buckets begin at round times. */
const START = 20_000 * DAY

const times = (count: number, act: () => unknown): void => {
  for (let index = 0; index < count; index++) act()
}

test('the headers of the first request show the minute with one less', () => {
  const limiter = new RateLimiter()
  expect(limiter.take('key', { perMinute: 10, perDay: 1_000 }, START)).toEqual({
    allowed: true,
    limit: 10,
    remaining: 9,
    reset: START / SECOND + 60
  })
})

test('the request after the last of a minute is refused until the oldest used bucket leaves', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 3, perDay: 1_000 }
  times(2, () => limiter.take('key', limits, START))
  limiter.take('key', limits, START + 10 * SECOND)
  const refused = limiter.take('key', limits, START + 20 * SECOND)
  expect(refused).toEqual({ allowed: false, limit: 3, remaining: 0, reset: START / SECOND + 60 })
  expect(limiter.take('key', limits, START + 59.9 * SECOND).allowed).toBe(false)
  expect(limiter.take('key', limits, START + 60 * SECOND).allowed).toBe(true)
})

test('a refused request does not count', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 1, perDay: 1_000 }
  limiter.take('key', limits, START)
  times(100, () => limiter.take('key', limits, START + 30 * SECOND))
  const verdict = limiter.take('key', limits, START + 60 * SECOND)
  expect(verdict.allowed).toBe(true)
  expect(verdict.remaining).toBe(0)
})

test('the window with the smaller share left is the one that is shown', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 100, perDay: 4 }
  times(2, () => limiter.take('key', limits, START))
  expect(limiter.take('key', limits, START)).toMatchObject({ limit: 4, remaining: 1 })
})

test('a used-up day resets when its oldest bucket of 24 minutes leaves', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 100, perDay: 2 }
  times(2, () => limiter.take('key', limits, START))
  const refused = limiter.take('key', limits, START + 3_600 * SECOND)
  expect(refused).toEqual({ allowed: false, limit: 2, remaining: 0, reset: (START + DAY) / SECOND })
  expect(limiter.take('key', limits, START + DAY).allowed).toBe(true)
})

test('when both windows are used up, the one that stays so longer is shown', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 2, perDay: 2 }
  times(2, () => limiter.take('key', limits, START))
  expect(limiter.take('key', limits, START + SECOND)).toMatchObject({ allowed: false, reset: (START + DAY) / SECOND })
})

test('the reset that a refusal names lets the next request pass, whatever came before', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 5, perDay: 50 }
  let now = START
  for (let index = 0; index < 400; index++) {
    const verdict = limiter.take('key', limits, now)
    now = verdict.allowed ? now + ((index * 7_919) % 4_000_000) : verdict.reset * SECOND
    if (!verdict.allowed) expect(limiter.take('key', limits, now).allowed).toBe(true)
  }
})

test('keys do not share their limits', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 1, perDay: 1 }
  expect(limiter.take('one', limits, START).allowed).toBe(true)
  expect(limiter.take('other', limits, START).allowed).toBe(true)
})

test('a clock that steps back frees nothing', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 1, perDay: 10 }
  limiter.take('key', limits, START + 3_600 * SECOND)
  expect(limiter.take('key', limits, START).allowed).toBe(false)
})

test('a clock that steps back far holds nobody off longer than a window', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 2, perDay: 4 }
  times(2, () => limiter.take('key', limits, START + 400 * DAY))
  expect(limiter.take('key', limits, START)).toEqual({
    allowed: false,
    limit: 2,
    remaining: 0,
    reset: START / SECOND + 60
  })
  times(2, () => limiter.take('key', limits, START + 60 * SECOND))
  expect(limiter.take('key', limits, START + 120 * SECOND)).toMatchObject({ limit: 4, reset: (START + DAY) / SECOND })
  expect(limiter.take('key', limits, START + DAY).allowed).toBe(true)
})

test('a request that is given back never was', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 10, perDay: 1_000 }
  const { limit, remaining, reset } = limiter.take('key', limits, START)
  limiter.take('key', limits, START + 5 * SECOND)
  expect(limiter.giveBack('key', limits)).toEqual({ limit, remaining, reset })
  expect(limiter.giveBack('key', limits)).toMatchObject({ limit: 10, remaining: 10 })
})

test('a request is given back though its bucket is not the newest', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 2, perDay: 10 }
  times(2, () => limiter.take('key', limits, START))
  expect(limiter.take('key', limits, START + 3 * SECOND).allowed).toBe(false)
  expect(limiter.giveBack('key', limits).remaining).toBe(1)
  expect(limiter.take('key', limits, START + 3 * SECOND).allowed).toBe(true)
})

test('a long pause empties both windows', () => {
  const limiter = new RateLimiter()
  const limits = { perMinute: 2, perDay: 2 }
  times(2, () => limiter.take('key', limits, START))
  expect(limiter.take('key', limits, START + 10 * DAY)).toMatchObject({ allowed: true, remaining: 1 })
})
