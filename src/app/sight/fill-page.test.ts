import { expect, test } from 'vitest'
import { fillPage } from './fill-page.ts'

/** Pages of the numbers up to `count`, of which those are seen that a number divides; notes what was read. */
const filled = async (
  limit: number,
  count: number,
  divisor: number
): Promise<{ readonly seen: readonly number[]; readonly read: readonly number[] }> => {
  const read: number[] = []
  const seen = await fillPage(limit, {
    read: async (last: number | undefined, size) => {
      read.push(size)
      const first = (last ?? 0) + 1
      return Array.from({ length: Math.max(0, Math.min(size, count - first + 1)) }, (_, index) => first + index)
    },
    see: async (page) => page.filter((number) => number % divisor === 0)
  })
  return { seen, read }
}

test('a page is full where more follows, however little of it is seen', async () => {
  const { seen } = await filled(5, 10_000, 1_000)
  expect(seen).toEqual([1_000, 2_000, 3_000, 4_000, 5_000])
})

test('what comes last where reading stops is seen once', async () => {
  expect((await filled(5, 10_000, 200)).seen).toEqual([200, 400, 600, 800, 1_000])
})

test('a page is short only where nothing follows', async () => {
  expect((await filled(5, 3_500, 1_000)).seen).toEqual([1_000, 2_000, 3_000])
  expect((await filled(5, 0, 1)).seen).toEqual([])
})

test('where everything is seen, a page is read at once', async () => {
  const { seen, read } = await filled(500, 10_000, 1)
  expect([seen.length, read]).toEqual([500, [500]])
})

test('what is read at once is bounded both ways', async () => {
  expect((await filled(1, 10_000, 1)).read).toEqual([200])
  expect((await filled(4_500, 10_000, 1)).read).toEqual([2_000, 2_000, 500])
})
