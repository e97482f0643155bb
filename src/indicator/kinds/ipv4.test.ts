import { expect, test } from 'vitest'
import { IPV4 } from './ipv4.ts'

test('an address is itself', () => {
  expect(IPV4.normalise('192.0.2.1')).toEqual({ kind: 'ipv4', value: '192.0.2.1' })
})

test('a port behind the address is kept beside it', () => {
  expect(IPV4.normalise('192.0.2.1:8080')).toEqual({ kind: 'ipv4', value: '192.0.2.1', port: 8080 })
})

test.each([
  ['192.0.2.1:', 'bad_port'],
  ['192.0.2.1:0', 'bad_port'],
  ['192.0.2.1:99999', 'bad_port'],
  ['192.0.2.01', 'bad_address'],
  ['2001:db8::1', 'bad_address'],
  ['192.0.2.0/24', 'cidr']
])('%s is refused as %s', (text, reason) => {
  expect(IPV4.normalise(text)).toMatchObject({ reason })
})
