import { expect, test } from 'vitest'
import { createKeyPlaces } from './key-places.ts'

test('each key has so many places, and leaves each of them once', () => {
  const places = createKeyPlaces(2)
  const leave = places.take('one')
  places.take('one')
  expect(() => places.take('one')).toThrow(/2 exports under way/)
  places.take('other')
  leave()
  leave()
  places.take('one')
  expect(() => places.take('one')).toThrow(/2 exports under way/)
})
