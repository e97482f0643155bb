import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../indicator/raw-indicator.ts'
import { holdUntilContext, MOST_HELD } from './hold-until-context.ts'

type Entry = { readonly value: string } | { readonly tag: string } | 'next'

const reader = () => {
  let tags: readonly string[] = []
  return {
    begins: (entry: Entry) => entry === 'next',
    take: (entry: Entry) => {
      if (entry === 'next') tags = []
      else if ('value' in entry) return [entry.value]
      else tags = [...tags, entry.tag]
      return []
    },
    release: (value: string): FeedItem => ({ value, kind: 'domain', position: 'line 1', context: { tags } })
  }
}

async function* batchesOf(...batches: readonly (readonly Entry[])[]): AsyncGenerator<readonly Entry[]> {
  yield* batches
}

const read = async (batches: AsyncIterable<readonly Entry[]>): Promise<readonly unknown[]> => {
  const read: unknown[] = []
  for await (const items of holdUntilContext(batches, reader())) {
    for (const item of items) read.push('rejection' in item ? item : [item.value, item.context?.tags])
  }
  return read
}

describe('values that wait', () => {
  it('get what is said before and behind them, in their order', async () => {
    const batches = batchesOf([{ tag: 'x' }, { value: 'a.example' }], [{ value: 'b.example' }, { tag: 'y' }])
    expect(await read(batches)).toEqual([
      ['a.example', ['x', 'y']],
      ['b.example', ['x', 'y']]
    ])
  })

  it('get nothing of what is said behind the end of their part', async () => {
    const batches = batchesOf([{ value: 'a.example' }, { tag: 'x' }, 'next', { value: 'b.example' }])
    expect(await read(batches)).toEqual([
      ['a.example', ['x']],
      ['b.example', []]
    ])
  })

  it('are released with what is known when too many wait', async () => {
    const many = Array.from({ length: MOST_HELD + 1 }, (_, index) => ({ value: `${index}.example` }))
    const items = await read(batchesOf([{ tag: 'x' }, ...many, { tag: 'y' }]))
    expect(items).toHaveLength(MOST_HELD + 1)
    expect(items[0]).toEqual(['0.example', ['x']])
    expect(items.at(-1)).toEqual([`${MOST_HELD}.example`, ['x', 'y']])
  })

  it('are not lost when the file is damaged', async () => {
    async function* damaged(): AsyncGenerator<readonly Entry[]> {
      yield [{ value: 'a.example' }]
      throw new Error('damage')
    }
    const items: FeedItem[] = []
    const reading = async () => {
      for await (const batch of holdUntilContext(damaged(), reader())) items.push(...batch)
    }
    await expect(reading()).rejects.toThrow('damage')
    expect(items).toHaveLength(1)
  })
})
