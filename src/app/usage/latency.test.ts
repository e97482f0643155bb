import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { latencyAt, latencyBucket } from './latency.ts'

const countsOf = (micros: readonly number[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const latency of micros) counts.set(latencyBucket(latency), (counts.get(latencyBucket(latency)) ?? 0) + 1)
  return counts
}

test('a percentile that is read from the buckets is wrong by at most 9.1 percent', () => {
  const latency = fc.integer({ min: 100, max: 1_000_000_000 })
  const share = fc.constantFrom(0.5, 0.95, 0.99)
  fc.assert(
    fc.property(fc.array(latency, { minLength: 1, maxLength: 200 }), share, (micros, wanted) => {
      const inOrder = [...micros].sort((a, b) => a - b)
      const exact = (inOrder[Math.ceil(wanted * inOrder.length) - 1] ?? 0) / 1_000
      const read = latencyAt(wanted, countsOf(micros))
      expect(Math.abs(read - exact) / exact).toBeLessThan(0.091)
    })
  )
})

test('what takes no time, or longer than half an hour, counts in the first and the last bucket', () => {
  expect([0, 1, 100].map(latencyBucket)).toEqual([0, 0, 0])
  expect(latencyBucket(1e12)).toBe(latencyBucket(1e15))
})

test('without any latency there is none', () => {
  expect(latencyAt(0.5, new Map())).toBe(0)
})
