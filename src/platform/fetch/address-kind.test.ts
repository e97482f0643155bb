import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { insideKind } from './address-kind.ts'

test.each([
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'unspecified'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['169.254.169.254', 'link-local'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.100.100.200', 'carrier-grade NAT'],
  ['168.63.129.16', 'cloud host'],
  ['192.0.0.192', 'reserved'],
  ['192.0.2.1', 'reserved'],
  ['192.88.99.1', 'reserved'],
  ['198.18.0.1', 'reserved'],
  ['198.51.100.1', 'reserved'],
  ['203.0.113.1', 'reserved'],
  ['192.31.196.1', 'reserved'],
  ['224.0.0.1', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local'],
  ['fec0::1', 'private'],
  ['fc00::1', 'private'],
  ['fd00:ec2::254', 'private'],
  ['ff02::1', 'multicast'],
  ['100::1', 'reserved'],
  ['2001:db8::1', 'reserved'],
  ['3fff::1', 'reserved'],
  ['2001:2::1', 'reserved'],
  ['5f00::1', 'reserved'],
  ['4000::1', 'reserved'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:a9fe:a9fe', 'link-local'],
  ['::127.0.0.1', 'reserved'],
  ['::ffff:0:10.0.0.1', 'reserved'],
  ['64:ff9b::127.0.0.1', 'loopback'],
  ['64:ff9b::a9fe:a9fe', 'link-local'],
  ['64:ff9b:1::10.0.0.1', 'reserved'],
  ['2002:7f00:1::1', '6to4'],
  ['2002:101:101::1', '6to4'],
  ['2001:0:7f00:1::1', 'Teredo']
])('%s is no part of the public internet: %s', (address, kind) => {
  expect(insideKind(address)).toBe(kind)
})

test.each([
  '1.0.0.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '168.63.129.17',
  '172.15.255.255',
  '172.32.0.0',
  '223.255.255.255',
  '2000::1',
  '2600::1',
  '2a00::1',
  '::ffff:1.0.0.1',
  '64:ff9b::1.0.0.1'
])('%s is a part of the public internet', (address) => {
  expect(insideKind(address)).toBeUndefined()
})

test.each(['', 'localhost', '2130706433', '0177.0.0.1'])('%j is no address', (text) => {
  expect(insideKind(text)).toBe('unknown')
})

test('an address within IPv6 is what it is by itself', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(insideKind(`::ffff:${address}`)).toBe(insideKind(address))
      expect(insideKind(`64:ff9b::${address}`)).toBe(insideKind(address))
    })
  )
})
