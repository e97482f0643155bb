import { describe, expect, test } from 'vitest'
import { holdsAddress, holdsNetwork, type IpNetwork, networkOf, readIpAddress, readIpNetwork } from './ip-network.ts'

const network = (text: string): IpNetwork => {
  const read = readIpNetwork(text)
  if (read === undefined) throw new Error(`${text} is no network`)
  return read
}

describe('readIpNetwork', () => {
  test.each([
    ['192.0.2.0/24', '192.0.2.0/24'],
    ['192.0.2.77/24', '192.0.2.0/24'],
    ['192.0.2.77', '192.0.2.77/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['2001:DB8:0::/32', '2001:db8::/32'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['2001:db8:ffff::/33', '2001:db8:8000::/33'],
    ['::/0', '::/0'],
    ['::ffff:192.0.2.0/120', '192.0.2.0/24'],
    ['::ffff:192.0.2.1', '192.0.2.1/32'],
    ['::ffff:0:0/96', '0.0.0.0/0']
  ])('reads %s as %s', (text, spelling) => {
    expect(readIpNetwork(text)?.text).toBe(spelling)
  })

  test.each([
    '',
    '/24',
    '192.0.2.0/',
    '192.0.2.0/33',
    '192.0.2.0/-1',
    '192.0.2.0/24/24',
    '192.0.2.0/255.255.255.0',
    '192.0.2/24',
    '192.0.2.010/32',
    '2001:db8::/129',
    '2001:db8::/1e1',
    'fe80::1%eth0/64',
    '::ffff:192.0.2.0/95',
    'example.com/24',
    'any'
  ])('takes %j for none', (text) => {
    expect(readIpNetwork(text)).toBeUndefined()
  })
})

test.each([
  ['192.0.2.0/24', '192.0.2.0/24', true],
  ['192.0.2.0/24', '192.0.2.128/25', true],
  ['192.0.2.128/25', '192.0.2.0/24', false],
  ['192.0.2.0/24', '198.51.100.0/24', false],
  ['0.0.0.0/0', '203.0.113.7', true],
  ['::/0', '203.0.113.7', false],
  ['0.0.0.0/0', '2001:db8::/32', false],
  ['2001:db8::/32', '2001:db8:1::/48', true],
  ['2001:db8::/32', '2001:db9::/48', false]
])('whether %s holds %s: %s', (outer, inner, expected) => {
  expect(holdsNetwork(network(outer), network(inner))).toBe(expected)
})

test.each([
  ['192.0.2.0/24', '192.0.2.255', true],
  ['192.0.2.0/24', '192.0.3.0', false],
  ['192.0.2.0/24', '::ffff:192.0.2.9', true],
  ['2001:db8::/32', '2001:db8:ffff::1', true],
  ['2001:db8::/32', '192.0.2.1', false]
])('whether %s holds the address %s: %s', (outer, text, expected) => {
  const address = readIpAddress(text)
  expect(address !== undefined && holdsAddress(network(outer), address)).toBe(expected)
})

test('an address is named by the network around it', () => {
  const around = (text: string): string | undefined => {
    const address = readIpAddress(text)
    return address === undefined ? undefined : networkOf(address, { ipv4: 24, ipv6: 48 }).text
  }
  expect(['203.0.113.7', '2001:db8:1:2::3', 'nonsense'].map(around)).toEqual([
    '203.0.113.0/24',
    '2001:db8:1::/48',
    undefined
  ])
})
