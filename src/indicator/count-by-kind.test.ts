import { expect, test } from 'vitest'
import { totalOf } from './count-by-kind.ts'

test('the total is the sum over all kinds, none for none', () => {
  expect(totalOf({ ipv4: 2, domain: 40 })).toBe(42)
  expect(totalOf({})).toBe(0)
})
