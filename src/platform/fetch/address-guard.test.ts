import { expect, test } from 'vitest'
import { createAddressGuard } from './address-guard.ts'

test('the public internet is open, the inside is closed', () => {
  const guard = createAddressGuard([])
  expect(guard('1.0.0.1')).toBeUndefined()
  expect(guard('10.0.0.1')).toBe('private')
})

test('a listed network is open, in every spelling of its addresses, and nothing beside it', () => {
  const guard = createAddressGuard(['10.20.0.0/16', 'fd00:1::/32', '192.168.7.7', '172.16.0.0/255.240.0.0'])
  for (const open of ['10.20.255.1', '::ffff:10.20.0.1', 'fd00:1::1', '192.168.7.7', '172.31.0.1']) {
    expect(guard(open)).toBeUndefined()
  }
  for (const closed of ['10.21.0.1', 'fd00:2::1', '192.168.7.8', '127.0.0.1', '::1']) {
    expect(guard(closed)).toBeTypeOf('string')
  }
})

test('a network of IPv4 opens no address of IPv6, and the other way round', () => {
  expect(createAddressGuard(['0.0.0.0/0'])('fd00::1')).toBe('private')
  expect(createAddressGuard(['::/0'])('10.0.0.1')).toBe('private')
})

test.each([
  '',
  'localhost',
  '10.0.0.0/',
  '10.0.0.0/33',
  '10.0.0.0/8/8',
  '10.0.0.0/-1',
  '10.0.0/8',
  '010.0.0.0/8',
  '10.0.0.0/255.0.255.0',
  'fd00::/129',
  'fd00::/255.0.0.0',
  'fe80::1%eth0/64'
])('%j is no network', (text) => {
  expect(() => createAddressGuard([text])).toThrow(/ is no network\. Write an address and the length of its prefix/)
})
