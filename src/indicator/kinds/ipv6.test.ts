import { expect, test } from 'vitest'
import { IPV6 } from './ipv6.ts'

test.each([
  ['2001:DB8::0:1', { kind: 'ipv6', value: '2001:db8::1' }],
  ['[2001:db8::1]', { kind: 'ipv6', value: '2001:db8::1' }],
  ['[2001:db8::1]:443', { kind: 'ipv6', value: '2001:db8::1', port: 443 }],
  ['::ffff:192.0.2.1', { kind: 'ipv4', value: '192.0.2.1' }],
  ['[::ffff:192.0.2.1]:443', { kind: 'ipv4', value: '192.0.2.1', port: 443 }]
])('%s is read', (text, identified) => {
  expect(IPV6.normalise(text)).toEqual(identified)
})

test.each([
  ['fe80::1%eth0', 'zone_id'],
  ['[fe80::1%25eth0]:80', 'zone_id'],
  ['2001:db8::/32', 'cidr'],
  ['192.0.2.1', 'bad_address'],
  ['[2001:db8::1]443', 'bad_address'],
  ['[2001:db8::1', 'bad_address'],
  ['2001:db8::1]', 'bad_address'],
  ['[2001:db8::1]:0', 'bad_port']
])('%s is refused as %s', (text, reason) => {
  expect(IPV6.normalise(text)).toMatchObject({ reason })
})
