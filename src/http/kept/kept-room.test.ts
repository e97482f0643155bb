import { describe, expect, test } from 'vitest'
import { Kept, KeptRoom } from './kept-room.ts'

const entryOf = (room: KeptRoom<Kept>, name: string, bytes: number): Kept => {
  const entry = new Kept(name)
  room.put(entry)
  expect(room.grow(entry, bytes)).toBe(true)
  return entry
}

describe('a room of a hundred bytes', () => {
  const begin = (): KeptRoom<Kept> => new KeptRoom<Kept>(100)

  test('lets what was asked for longest ago make room', () => {
    const room = begin()
    const names = ['a', 'b', 'c']
    for (const name of names) entryOf(room, name, 30)
    expect(room.get('a')?.name).toBe('a')
    entryOf(room, 'd', 30)
    expect([...names, 'd'].filter((name) => room.get(name) !== undefined)).toEqual(['a', 'c', 'd'])
    expect(room.taken).toBe(90)
  })

  test('gives none of them more than half of it', () => {
    const room = begin()
    const entry = entryOf(room, 'a', 50)
    expect(room.grow(entry, 1)).toBe(false)
    expect(room.taken).toBe(50)
  })

  test('counts what is read until it is read no more, and gives its bytes to nobody meanwhile', () => {
    const room = begin()
    const first = entryOf(room, 'a', 50)
    const second = entryOf(room, 'b', 50)
    const [endFirst, endSecond] = [room.read(first), room.read(second)]
    const third = new Kept('c')
    room.put(third)
    expect(room.grow(third, 1)).toBe(false)
    room.drop(first)
    expect([room.get('a'), room.taken]).toEqual([undefined, 100])
    endFirst()
    expect(room.taken).toBe(50)
    expect(room.grow(third, 50)).toBe(true)
    endSecond()
    expect([room.get('b')?.name, room.taken]).toEqual(['b', 100])
  })

  test('is empty once it was cleared and nobody reads', () => {
    const room = begin()
    const end = room.read(entryOf(room, 'a', 40))
    entryOf(room, 'b', 40)
    room.clear()
    expect(room.taken).toBe(40)
    end()
    expect(room.taken).toBe(0)
  })

  test('keeps one of a name', () => {
    const room = begin()
    const before = entryOf(room, 'a', 40)
    const after = entryOf(room, 'a', 30)
    room.drop(before)
    expect([room.get('a'), room.taken]).toEqual([after, 30])
  })
})
