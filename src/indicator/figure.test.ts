import { expect, test } from 'vitest'
import { figure } from './figure.ts'

test('a comma stands before every three digits', () => {
  const numbers = [0, 7, 65, 999, 1_000, 65_535, 100_000, 1_048_576, 10 ** 9]
  expect(numbers.map(figure)).toEqual(numbers.map((number) => number.toLocaleString('en-US')))
})
