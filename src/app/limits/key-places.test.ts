import { expect, test } from 'vitest'
import { createKeyPlaces } from './key-places.ts'

const ONE = { id: 'one', account: 'blue' }
const TWO = { id: 'two', account: 'blue' }

test('each key has so many places, and leaves each of them once', () => {
  const places = createKeyPlaces({ ofKey: 2, ofAccount: 10 })
  const leave = places.take(ONE)
  places.take(ONE)
  expect(() => places.take(ONE)).toThrow(/The key has 2 exports under way/)
  places.take(TWO)
  leave()
  leave()
  places.take(ONE)
  expect(() => places.take(ONE)).toThrow(/The key has 2 exports under way/)
})

test('the keys of an account share its places, which others do not take', () => {
  const places = createKeyPlaces({ ofKey: 2, ofAccount: 3 })
  places.take(ONE)
  const leave = places.take(ONE)
  places.take(TWO)
  expect(() => places.take(TWO)).toThrow(/The keys of the account have 3 exports under way/)
  places.take({ id: 'three', account: 'green' })
  leave()
  places.take(TWO)
})
