import { describe, expect, test } from 'vitest'
import { Kept, ByteBudget } from './byte-budget.ts'

const entryOf = (budget: ByteBudget<Kept>, name: string, bytes: number): Kept => {
  const entry = new Kept(name)
  budget.put(entry)
  expect(budget.grow(entry, bytes)).toBe(true)
  return entry
}

describe('a budget of a hundred bytes', () => {
  const begin = (): ByteBudget<Kept> => new ByteBudget<Kept>(100)

  test('lets what was asked for longest ago make room', () => {
    const budget = begin()
    const names = ['a', 'b', 'c']
    for (const name of names) entryOf(budget, name, 30)
    expect(budget.get('a')?.name).toBe('a')
    entryOf(budget, 'd', 30)
    expect([...names, 'd'].filter((name) => budget.get(name) !== undefined)).toEqual(['a', 'c', 'd'])
    expect(budget.taken).toBe(90)
  })

  test('gives none of them more than half of it', () => {
    const budget = begin()
    const entry = entryOf(budget, 'a', 50)
    expect(budget.grow(entry, 1)).toBe(false)
    expect(budget.taken).toBe(50)
  })

  test('counts what is read until it is read no more, and gives its bytes to nobody meanwhile', () => {
    const budget = begin()
    const first = entryOf(budget, 'a', 50)
    const second = entryOf(budget, 'b', 50)
    const [endFirst, endSecond] = [budget.read(first), budget.read(second)]
    const third = new Kept('c')
    budget.put(third)
    expect(budget.grow(third, 1)).toBe(false)
    budget.drop(first)
    expect([budget.get('a'), budget.taken]).toEqual([undefined, 100])
    endFirst()
    expect(budget.taken).toBe(50)
    expect(budget.grow(third, 50)).toBe(true)
    endSecond()
    expect([budget.get('b')?.name, budget.taken]).toEqual(['b', 100])
  })

  test('is empty once it was cleared and nobody reads', () => {
    const budget = begin()
    const end = budget.read(entryOf(budget, 'a', 40))
    entryOf(budget, 'b', 40)
    budget.clear()
    expect(budget.taken).toBe(40)
    end()
    expect(budget.taken).toBe(0)
  })

  test('keeps one of a name', () => {
    const budget = begin()
    const before = entryOf(budget, 'a', 40)
    const after = entryOf(budget, 'a', 30)
    budget.drop(before)
    expect([budget.get('a'), budget.taken]).toEqual([after, 30])
  })
})
