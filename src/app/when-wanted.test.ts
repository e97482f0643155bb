import { expect, test } from 'vitest'
import { whenWanted } from './when-wanted.ts'

test('a thing is made when it is first wanted, and once', async () => {
  let made = 0
  const thing = whenWanted(() => Promise.resolve({ number: ++made }))
  expect(made).toBe(0)
  const [first, second] = await Promise.all([thing(), thing()])
  expect(second).toBe(first)
  expect([await thing(), made]).toEqual([{ number: 1 }, 1])
})

test('a thing that could not be made is tried again', async () => {
  let tries = 0
  const thing = whenWanted(async () => {
    tries += 1
    if (tries === 1) throw new Error('no file left to open')
    return tries
  })
  await expect(thing()).rejects.toThrow('no file left to open')
  expect(await thing()).toBe(2)
})
