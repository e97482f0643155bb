import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCursor, writeCursor, type Cursor } from './cursor.ts'

test('a cursor reads back as it was written', () => {
  const orders: readonly Cursor['order'][] = ['oldest-first', 'newest-first']
  const instant = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(fc.constantFrom(...orders), instant, instant, (order, position, start) => {
      const cursor = { order, position, start, digest: 'abc123' }
      expect(readCursor(writeCursor(cursor), 'abc123')).toEqual(cursor)
    })
  )
})

test('a cursor needs no escaping in a query', () => {
  const text = writeCursor({ order: 'newest-first', position: 1.7e15, start: 1.7e15, digest: '0f'.repeat(12) })
  expect(encodeURIComponent(text)).toBe(text)
})

test('a cursor of other filters is refused with what to do', () => {
  const text = writeCursor({ order: 'oldest-first', position: 5, start: 0, digest: 'one' })
  expect(() => readCursor(text, 'two')).toThrow(/other filters or another key/)
})

test('text that is no cursor is refused whatever it is', () => {
  const broken = ['', 'a', 'x1.0.d', 'a1.0', 'a1.0.d.e', 'a-1.0.d', 'a1.z z.d', 'azzzzzzzzzzzz.0.d', 'd1..d', 'a1.0.']
  for (const text of broken) expect(() => readCursor(text, 'd')).toThrow(/not a cursor of this server/)
})
