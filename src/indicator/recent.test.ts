import { expect, test } from 'vitest'
import { Recent } from './recent.ts'

test('what was asked for lately is kept, the rest forgotten', () => {
  const recent = new Recent<string, number>(2)
  recent.set('a', 1)
  recent.set('b', 2)
  expect(recent.get('a')).toBe(1)
  recent.set('c', 3)
  expect(recent.get('b')).toBeUndefined()
  expect([recent.get('a'), recent.get('c')]).toEqual([1, 3])
})

test('it never holds more than two generations', () => {
  const recent = new Recent<number, number>(10)
  const keys = Array.from({ length: 100 }, (_, key) => key)
  for (const key of keys) recent.set(key, key)
  expect(keys.filter((key) => recent.get(key) !== undefined).length).toBeLessThanOrEqual(20)
  expect(recent.get(99)).toBe(99)
})

test('setting again keeps the newer value', () => {
  const recent = new Recent<string, number>(2)
  recent.set('a', 1)
  recent.set('b', 2)
  recent.set('a', 3)
  expect(recent.get('a')).toBe(3)
})

test('asking whether something is kept does not keep it', () => {
  const recent = new Recent<string, number>(2)
  recent.set('a', 1)
  expect([recent.has('a'), recent.has('b')]).toEqual([true, false])
  recent.set('b', 2)
  expect(recent.has('a')).toBe(true)
  recent.set('c', 3)
  recent.set('d', 4)
  expect(recent.has('a')).toBe(false)
})

test('clearing forgets everything', () => {
  const recent = new Recent<string, number>(2)
  for (const key of ['a', 'b', 'c']) recent.set(key, 1)
  recent.clear()
  expect([recent.get('a'), recent.get('c')]).toEqual([undefined, undefined])
})
