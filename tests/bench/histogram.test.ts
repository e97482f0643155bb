import { expect, test } from 'vitest'
import { Histogram } from '../../bench/load/histogram.ts'

test('a percentile is at most three percent above what was added', () => {
  const histogram = new Histogram()
  for (let milliseconds = 1; milliseconds <= 1_000; milliseconds++) histogram.add(milliseconds)
  for (const [share, exact] of [
    [0.5, 500],
    [0.95, 950],
    [0.99, 990]
  ] as const) {
    expect(histogram.percentile(share)).toBeGreaterThanOrEqual(exact)
    expect(histogram.percentile(share)).toBeLessThanOrEqual(exact * 1.03)
  }
})

test('nothing added has no latency', () => {
  const histogram = new Histogram()
  expect(histogram.percentile(0.99)).toBeNaN()
  expect(histogram.greatest).toBeNaN()
})

test('the greatest is what was added, to the microsecond', () => {
  const histogram = new Histogram()
  for (const milliseconds of [2, 7.125, 3]) histogram.add(milliseconds)
  expect(histogram.greatest).toBe(7.125)
})
