import { expect, test } from 'vitest'
import { createFeedQueue } from './feed-queue.ts'

/** Runs that end when the test says so. */
const controlled = (atOnce: number) => {
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const queue = createFeedQueue(atOnce, async (name) => {
    started.push(name)
    await new Promise<void>((resolve) => ends.set(name, resolve))
  })
  const due = async (...names: readonly string[]): Promise<void> => queue.refill(() => Promise.resolve(names))
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.()
    await new Promise(setImmediate)
  }
  return { queue, started, due, end }
}

test('at most so many run at a time, and the next begins when one ends', async () => {
  const { started, due, end } = controlled(2)
  await due('a', 'b', 'c', 'd')
  expect(started).toEqual(['a', 'b'])
  await end('b')
  expect(started).toEqual(['a', 'b', 'c'])
})

test('what is due anew takes the place of what waited, and nothing runs twice at a time', async () => {
  const { started, due, end } = controlled(2)
  await due('slow', 'b', 'c')
  await due('slow', 'd')
  await end('b')
  expect(started).toEqual(['slow', 'b', 'd'])
  await end('slow')
  await due('slow')
  expect(started).toEqual(['slow', 'b', 'd', 'slow'])
})

test('a run that ends while what is due is being read is not begun again', async () => {
  const { queue, started, due, end } = controlled(2)
  await due('a')
  await queue.refill(async () => {
    await end('a')
    return ['a', 'b']
  })
  expect(started).toEqual(['a', 'b'])
})

test('a reading that fails leaves the runs alone', async () => {
  const { queue, started, due, end } = controlled(1)
  await due('a', 'b')
  await expect(queue.refill(() => Promise.reject(new Error('unreadable')))).rejects.toThrow('unreadable')
  await due('a', 'c')
  await end('a')
  expect(started).toEqual(['a', 'c'])
})

test('the end waits for what runs, and begins nothing more', async () => {
  const { queue, started, due, end } = controlled(1)
  await due('a', 'b')
  let isOver = false
  const drain = async (): Promise<void> => {
    await queue.drain()
    isOver = true
  }
  const over = drain()
  await new Promise(setImmediate)
  expect(isOver).toBe(false)
  await end('a')
  await over
  expect(started).toEqual(['a'])
})
