import { expect, it } from 'vitest'
import { isCidr } from './cidr.ts'

it.each([
  ['192.0.2.0/24', true],
  ['192.0.2.1', true],
  ['0.0.0.0/0', true],
  ['192.0.2.0/255.255.255.0', true],
  ['192.0.2.0/0.0.0.255', true],
  ['192.0.2.0/255.0.255.0', false],
  ['192.0.2.0/x', false],
  ['192.0.2.0/33', false],
  ['192.0.2.1/24', false],
  ['192.0.2.128/25', true],
  ['192.0.2.0/24/24', false],
  ['192.0.2', false],
  ['2001:db8::/32', true],
  ['2001:db8::1', true],
  ['2001:db8::1/32', false],
  ['2001:db8::/129', false],
  ['2001:db8::/x', false],
  ['2001:db8::g/32', false]
])('%s is a network: %s', (text, expected) => {
  expect(isCidr(text)).toBe(expected)
})
