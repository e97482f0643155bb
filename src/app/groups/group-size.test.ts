import { expect, test } from 'vitest'
import { parseGroupSize } from './group-size.ts'

test.each([
  ['auto', 'auto'],
  ['1', 1],
  ['500', 500],
  ['10000', 10_000]
])('%s is a size of groups', (text, size) => {
  expect(parseGroupSize('group', text)).toBe(size)
})

test.each(['', '0', '007', '-1', '10001', '1000000', '5e2', '500.0', ' 500', 'Auto', 'default'])(
  '%j is none',
  (text) => {
    const details = { parameter: 'group', allowed: ['auto', '1 to 10000'] }
    expect(() => parseGroupSize('group', text)).toThrow(
      expect.objectContaining({ code: 'invalid_parameter', details: expect.objectContaining(details) as unknown })
    )
  }
)
