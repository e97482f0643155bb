import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIpv4 } from './ipv4-text.ts'

test('every dotted quad is an address', () => {
  fc.assert(
    fc.property(fc.ipV4(), (text) => {
      expect(isIpv4(text)).toBe(true)
    })
  )
})

test.each([
  '',
  '192.0.2',
  '192.0.2.1.1',
  '192.0.2.',
  '.192.0.2.1',
  '192..2.1',
  '192.0.2.256',
  '192.0.2.01',
  '00.0.2.1',
  '0300.0.2.1',
  '0xc0.0.2.1',
  '192.0.513',
  '3221225985',
  '192.0.2.1 ',
  '192.0.2.-1',
  '192.0.2.1a',
  '1111111111111111'
])('%j is none', (text) => {
  expect(isIpv4(text)).toBe(false)
})
