import { expect, it } from 'vitest'
import { remember } from './remember.ts'

it('makes something of each object once, also when that is undefined', () => {
  const asked: object[] = []
  const sizeOf = remember((list: readonly string[]) => {
    asked.push(list)
    return list.length === 0 ? undefined : list.length
  })
  const empty: readonly string[] = []
  const one = ['a']
  expect([sizeOf(empty), sizeOf(one), sizeOf(empty), sizeOf(one), sizeOf(['a'])]).toEqual([
    undefined,
    1,
    undefined,
    1,
    1
  ])
  expect(asked).toEqual([empty, one, ['a']])
})
