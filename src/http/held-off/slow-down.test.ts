import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { createSlowDown } from './slow-down.ts'

/** Seconds that end when they are told to, and how many have begun. */
const open = () => {
  const ends: (() => void)[] = []
  const stopping = new AbortController()
  const slowDown = createSlowDown({
    stopping: stopping.signal,
    pause: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (milliseconds !== 1_000) throw new Error('a second is to be counted')
        ends.push(resolve)
        if (signal.aborted) resolve()
        signal.addEventListener('abort', () => resolve())
      })
  })
  return { slowDown, ends, stopping }
}

/** Lets everything happen that waits for nothing else. */
const settled = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('nothing is counted until somebody is held off, and then one second for all', async () => {
  const { slowDown, ends } = open()
  expect(ends).toHaveLength(0)
  slowDown.take('a')
  slowDown.take('b')
  slowDown.rest(new Socket())
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await settled()
  expect(ends).toHaveLength(1)
  slowDown.take('a')
  expect(ends).toHaveLength(2)
})

test('a connection rests until its second is over', async () => {
  const { slowDown, ends } = open()
  const socket = new Socket()
  slowDown.rest(socket)
  expect(socket.isPaused()).toBe(true)
  ends[0]?.()
  await settled()
  expect(socket.isPaused()).toBe(false)
})

test('all rest ends when the server is told to stop', async () => {
  const { slowDown, stopping } = open()
  const sockets = [new Socket(), new Socket()]
  for (const socket of sockets) slowDown.rest(socket)
  stopping.abort()
  await settled()
  expect(sockets.map((socket) => socket.isPaused())).toEqual([false, false])
})

test('an origin has ten turns a second, and all have 250', async () => {
  const { slowDown, ends } = open()
  const takeAll = (): number => {
    let taken = 0
    for (let origin = 0; origin < 100; origin++) {
      for (let turn = 0; turn < 11; turn++) if (slowDown.take(String(origin))) taken += 1
    }
    return taken
  }
  expect(Array.from({ length: 11 }, () => slowDown.take('first')).filter((has) => has)).toHaveLength(10)
  expect(takeAll()).toBe(240)
  ends[0]?.()
  await settled()
  expect(takeAll()).toBe(250)
})
