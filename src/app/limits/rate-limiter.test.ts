import { describe, expect, test } from 'vitest'
import { scratchStore } from '../../../tests/support/stores.ts'
import { INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'
import type { CounterStore } from '../../store/counter-store.ts'
import { RateLimiter } from './rate-limiter.ts'

const SECOND = INSTANTS_PER_SECOND
const DAY = 86_400 * SECOND
/** A UTC midnight, so that buckets begin at round times. */
const START = 20_000 * DAY

const times = async (count: number, act: () => Promise<unknown>): Promise<void> => {
  for (let index = 0; index < count; index++) await act()
}

/** A limiter over a new store. */
const newLimiter = async (): Promise<RateLimiter> => new RateLimiter((await scratchStore()).counters)

/** Writes what a limiter has counted, and gives it back what all have. */
const flush = async (limiter: RateLimiter, counters: CounterStore, now: Instant): Promise<void> =>
  limiter.takeOver(await counters.write({ now, requests: limiter.handOver(), usage: [], audit: [] }), now)

test('the headers of the first request show the minute with one less', async () => {
  const limiter = await newLimiter()
  expect(await limiter.take('key', { perMinute: 10, perDay: 1_000 }, START)).toMatchObject({
    allowed: true,
    limit: 10,
    remaining: 9,
    reset: START / SECOND + 60
  })
})

test('the request after the last of a minute is refused until the oldest used bucket leaves', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 3, perDay: 1_000 }
  await times(2, () => limiter.take('key', limits, START))
  await limiter.take('key', limits, START + 10 * SECOND)
  const refused = await limiter.take('key', limits, START + 20 * SECOND)
  expect(refused).toMatchObject({ allowed: false, limit: 3, remaining: 0, reset: START / SECOND + 60 })
  expect((await limiter.take('key', limits, START + 59.9 * SECOND)).allowed).toBe(false)
  expect((await limiter.take('key', limits, START + 60 * SECOND)).allowed).toBe(true)
})

test('a refused request does not count', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 1, perDay: 1_000 }
  await limiter.take('key', limits, START)
  await times(100, () => limiter.take('key', limits, START + 30 * SECOND))
  const verdict = await limiter.take('key', limits, START + 60 * SECOND)
  expect(verdict.allowed).toBe(true)
  expect(verdict.remaining).toBe(0)
})

test('the window with the smaller share left is the one that is shown', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 100, perDay: 4 }
  await times(2, () => limiter.take('key', limits, START))
  expect(await limiter.take('key', limits, START)).toMatchObject({ limit: 4, remaining: 1 })
})

test('a used-up day resets when its oldest bucket of 24 minutes leaves', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 100, perDay: 2 }
  await times(2, () => limiter.take('key', limits, START))
  const refused = await limiter.take('key', limits, START + 3_600 * SECOND)
  expect(refused).toMatchObject({ allowed: false, limit: 2, remaining: 0, reset: (START + DAY) / SECOND })
  expect((await limiter.take('key', limits, START + DAY)).allowed).toBe(true)
})

test('when both windows are used up, the one that stays so longer is shown', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 2, perDay: 2 }
  await times(2, () => limiter.take('key', limits, START))
  expect(await limiter.take('key', limits, START + SECOND)).toMatchObject({
    allowed: false,
    reset: (START + DAY) / SECOND
  })
})

test('the reset that a refusal names lets the next request pass, whatever came before', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 5, perDay: 50 }
  let now = START
  for (let index = 0; index < 400; index++) {
    const verdict = await limiter.take('key', limits, now)
    now = verdict.allowed ? now + ((index * 7_919) % 4_000_000) : verdict.reset * SECOND
    if (!verdict.allowed) expect((await limiter.take('key', limits, now)).allowed).toBe(true)
  }
})

test('keys do not share their limits', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 1, perDay: 1 }
  expect((await limiter.take('one', limits, START)).allowed).toBe(true)
  expect((await limiter.take('other', limits, START)).allowed).toBe(true)
})

test('a clock that steps back frees nothing', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 1, perDay: 10 }
  await limiter.take('key', limits, START + 3_600 * SECOND)
  expect((await limiter.take('key', limits, START)).allowed).toBe(false)
})

test('a clock that steps back far holds nobody off longer than a window', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 2, perDay: 4 }
  await times(2, () => limiter.take('key', limits, START + 400 * DAY))
  expect(await limiter.take('key', limits, START)).toMatchObject({
    allowed: false,
    limit: 2,
    remaining: 0,
    reset: START / SECOND + 60
  })
  await times(2, () => limiter.take('key', limits, START + 60 * SECOND))
  expect(await limiter.take('key', limits, START + 120 * SECOND)).toMatchObject({
    limit: 4,
    reset: (START + DAY) / SECOND
  })
  expect((await limiter.take('key', limits, START + DAY)).allowed).toBe(true)
})

test('a request that is given back never was', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 10, perDay: 1_000 }
  const { limit, remaining, reset } = await limiter.take('key', limits, START)
  await limiter.take('key', limits, START + 5 * SECOND)
  expect(await limiter.giveBack('key', limits, START + 5 * SECOND)).toEqual({ limit, remaining, reset })
  expect(await limiter.giveBack('key', limits, START + 5 * SECOND)).toMatchObject({ limit: 10, remaining: 10 })
})

test('a request is given back though its bucket is not the newest', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 2, perDay: 10 }
  await times(2, () => limiter.take('key', limits, START))
  expect((await limiter.take('key', limits, START + 3 * SECOND)).allowed).toBe(false)
  expect((await limiter.giveBack('key', limits, START + 3 * SECOND)).remaining).toBe(1)
  expect((await limiter.take('key', limits, START + 3 * SECOND)).allowed).toBe(true)
})

test('a long pause empties both windows', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 2, perDay: 2 }
  await times(2, () => limiter.take('key', limits, START))
  expect(await limiter.take('key', limits, START + 10 * DAY)).toMatchObject({ allowed: true, remaining: 1 })
})

describe('what was written', () => {
  const limits = { perMinute: 5, perDay: 100 }

  test('is known to a limiter that begins anew', async () => {
    const { counters } = await scratchStore()
    const before = new RateLimiter(counters)
    await times(3, () => before.take('key', limits, START))
    await flush(before, counters, START)
    const after = new RateLimiter(counters)
    expect(await after.take('key', limits, START + SECOND)).toMatchObject({ allowed: true, remaining: 1 })
    expect(await after.take('key', limits, START + SECOND)).toMatchObject({ allowed: true, remaining: 0 })
    expect(await after.take('key', limits, START + SECOND)).toMatchObject({
      allowed: false,
      reset: START / SECOND + 60
    })
  })

  test('leaves what came while it was written', async () => {
    const { counters } = await scratchStore()
    const limiter = new RateLimiter(counters)
    await times(2, () => limiter.take('key', limits, START))
    const requests = limiter.handOver()
    await limiter.take('key', limits, START + SECOND)
    limiter.takeOver(await counters.write({ now: START, requests, usage: [], audit: [] }), START)
    expect((await limiter.peek('key', limits, START + SECOND)).minute.remaining).toBe(2)
    await flush(limiter, counters, START + SECOND)
    expect(await counters.requestsOf('key')).toMatchObject({
      minute: [{ count: 2 }, { count: 1 }],
      day: [{ count: 3 }]
    })
  })

  test('is written with the next batch where it could not be', async () => {
    const { counters } = await scratchStore()
    const limiter = new RateLimiter(counters)
    await limiter.take('key', limits, START)
    limiter.keep(limiter.handOver())
    await limiter.take('key', limits, START)
    await flush(limiter, counters, START)
    expect((await counters.requestsOf('key')).minute).toEqual([{ bucket: START / SECOND, count: 2 }])
    expect(limiter.handOver()).toEqual([])
  })

  test('has nothing of a request that was given back, before or after it was written', async () => {
    const { counters } = await scratchStore()
    const limiter = new RateLimiter(counters)
    await limiter.take('key', limits, START)
    await limiter.giveBack('key', limits, START)
    await flush(limiter, counters, START)
    expect((await counters.requestsOf('key')).minute).toEqual([])
    await limiter.take('key', limits, START)
    await flush(limiter, counters, START)
    await limiter.giveBack('key', limits, START)
    await flush(limiter, counters, START)
    expect(await counters.requestsOf('key')).toEqual({ minute: [], day: [] })
  })

  test('bounds several limiters together: each exceeds by no more than others let in between two batches', async () => {
    const { counters } = await scratchStore()
    const limiters = [new RateLimiter(counters), new RateLimiter(counters), new RateLimiter(counters)]
    const letIn = async (): Promise<number> => {
      let count = 0
      for (const limiter of limiters) {
        for (let index = 0; index < 10; index++) count += (await limiter.take('key', limits, START)).allowed ? 1 : 0
      }
      return count
    }
    for (const limiter of limiters) await limiter.peek('key', limits, START)
    expect(await letIn()).toBe(limiters.length * limits.perMinute)
    for (const limiter of limiters) await flush(limiter, counters, START)
    expect(await letIn()).toBe(0)
  })

  test('is seen by a limiter with the batch after', async () => {
    const { counters } = await scratchStore()
    const [one, other] = [new RateLimiter(counters), new RateLimiter(counters)]
    await one.take('key', limits, START)
    await other.take('key', limits, START)
    await flush(one, counters, START)
    await flush(other, counters, START)
    expect((await other.peek('key', limits, START)).minute.remaining).toBe(3)
    expect((await one.peek('key', limits, START)).minute.remaining).toBe(4)
    await one.take('key', limits, START)
    await flush(one, counters, START)
    expect((await one.peek('key', limits, START)).minute.remaining).toBe(2)
  })

  test('frees nothing when the clock steps back, and holds nobody off longer than a window', async () => {
    const { counters } = await scratchStore()
    const before = new RateLimiter(counters)
    await times(5, () => before.take('key', limits, START + 3_600 * SECOND))
    await flush(before, counters, START + 3_600 * SECOND)
    for (const limiter of [before, new RateLimiter(counters)]) {
      expect(await limiter.take('key', limits, START)).toMatchObject({ allowed: false, reset: START / SECOND + 60 })
      expect((await limiter.take('key', limits, START + 60 * SECOND)).allowed).toBe(true)
    }
  })

  test('and what came since both count when the clock steps back in between', async () => {
    const { counters } = await scratchStore()
    const limiter = new RateLimiter(counters)
    await times(2, () => limiter.take('key', limits, START + 3_600 * SECOND))
    await limiter.take('key', limits, START)
    await flush(limiter, counters, START)
    await limiter.take('key', limits, START)
    await flush(limiter, counters, START)
    expect((await limiter.peek('key', limits, START)).minute).toMatchObject({ remaining: 1 })
    expect((await new RateLimiter(counters).peek('key', limits, START)).minute).toMatchObject({ remaining: 1 })
  })
})

test('a key that comes twice at once is read once, and both requests count', async () => {
  const limiter = await newLimiter()
  const limits = { perMinute: 10, perDay: 100 }
  await Promise.all([limiter.take('key', limits, START), limiter.take('key', limits, START)])
  expect((await limiter.peek('key', limits, START)).minute.remaining).toBe(8)
})

test('a key that was not used for a day is forgotten, and found again', async () => {
  const { counters } = await scratchStore()
  const limiter = new RateLimiter(counters)
  const limits = { perMinute: 10, perDay: 100 }
  await limiter.take('key', limits, START)
  await flush(limiter, counters, START)
  limiter.takeOver([], START + 2 * DAY)
  expect((await limiter.peek('key', limits, START + 10 * SECOND)).day.remaining).toBe(99)
})
