import { expect, it } from 'vitest'
import { expected } from './expected.ts'

it('takes the errors of one class and throws all others on', () => {
  const error = new RangeError('too far')
  expect(expected(error, RangeError)).toBe(error)
  expect(() => expected(error, TypeError)).toThrow(error)
})
