import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

const take = (turns: Turns, origins: string): readonly boolean[] =>
  origins.split('').map((origin) => turns.take(origin))

test('an origin has its turns, and no other is short of one because of that', () => {
  const turns = new Turns({ ofEach: 2, altogether: 10 })
  expect(take(turns, 'aaab')).toEqual([true, true, false, true])
})

test('all origins together have no more than there are', () => {
  const turns = new Turns({ ofEach: 2, altogether: 3 })
  expect(take(turns, 'abcda')).toEqual([true, true, true, false, false])
})

test('what is renewed is there whole', () => {
  const turns = new Turns({ ofEach: 1, altogether: 2 })
  take(turns, 'abc')
  turns.renew()
  expect(take(turns, 'caa')).toEqual([true, true, false])
})
