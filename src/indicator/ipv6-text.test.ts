import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readIpv6 } from './ipv6-text.ts'

test.each([
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['2001:0db8::0001', '2001:db8::1'],
  ['2001:db8::1:0:0:1', '2001:db8::1:0:0:1'],
  ['2001:db8:0:0:1::1', '2001:db8::1:0:0:1'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['2001:db8:1:1:1:1:1::', '2001:db8:1:1:1:1:1:0'],
  ['::', '::'],
  ['::1', '::1'],
  ['::192.0.2.1', '::c000:201'],
  ['64:ff9b::192.0.2.1', '64:ff9b::c000:201']
])('%s is %s', (text, value) => {
  expect(readIpv6(text)).toEqual({ kind: 'ipv6', value })
})

test.each(['::ffff:192.0.2.1', '::FFFF:c000:0201', '0:0:0:0:0:ffff:192.0.2.1'])('%s is an IPv4 address', (text) => {
  expect(readIpv6(text)).toEqual({ kind: 'ipv4', value: '192.0.2.1' })
})

test.each([
  '',
  ':',
  ':::',
  '1::2::3',
  '2001:db8',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7:8::',
  '::1:2:3:4:5:6:7:8',
  '12345::1',
  '::12345',
  '2001:db8::g',
  'fe80::1%eth0',
  '::ffff:192.0.2.01',
  '::ffff:192.0.2',
  '::192.0.2.1:1',
  '192.0.2.1',
  ':1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:',
  '1:2:3:4:5:6:7:192.0.2.1',
  '[::1]',
  `${'0:'.repeat(30)}1`
])('%j is none', (text) => {
  expect(readIpv6(text)).toBeUndefined()
})

test('every generated address reads into one that reads into itself', () => {
  fc.assert(
    fc.property(fc.ipV6(), (text) => {
      const address = readIpv6(text)
      expect(address).toBeDefined()
      if (address?.kind === 'ipv6') expect(readIpv6(address.value)).toEqual(address)
    })
  )
})
