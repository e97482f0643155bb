import { describe, expect, test } from 'vitest'
import { readIpNetwork } from '../../indicator/ip-network.ts'
import { clientAddress } from './client-address.ts'

const PROXIES = ['10.0.0.0/8', '2001:db8:ffff::/48'].map((text) => {
  const network = readIpNetwork(text)
  if (network === undefined) throw new Error(`${text} is no network`)
  return network
})

const addressOf = (remote: string | undefined, ...forwarded: readonly string[]): string | undefined =>
  clientAddress(
    remote,
    forwarded.flatMap((value) => ['X-Forwarded-For', value]),
    PROXIES
  )?.value

describe('without a trusted proxy', () => {
  test('the other end of the connection is the client', () => {
    expect(addressOf('203.0.113.7')).toBe('203.0.113.7')
    expect(addressOf('2001:db8::7')).toBe('2001:db8::7')
  })

  test('X-Forwarded-For says nothing', () => {
    expect(addressOf('203.0.113.7', '192.0.2.1')).toBe('203.0.113.7')
    expect(addressOf('203.0.113.7', '10.0.0.1, 192.0.2.1')).toBe('203.0.113.7')
    expect(clientAddress('10.0.0.1', ['X-Forwarded-For', '192.0.2.1'], [])?.value).toBe('10.0.0.1')
  })

  test('an IPv4-mapped address is IPv4, and a zone is left out', () => {
    expect(addressOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
    expect(addressOf('fe80::7%eth0')).toBe('fe80::7')
  })

  test('a connection that is gone has no address', () => {
    expect(addressOf(undefined, '192.0.2.1')).toBeUndefined()
  })
})

describe('behind a trusted proxy', () => {
  test.each<[string, readonly string[], string]>([
    ['the address that the proxy adds counts', ['192.0.2.1'], '192.0.2.1'],
    ['what the client wrote before it does not', ['198.51.100.9, 192.0.2.1'], '192.0.2.1'],
    ['not in a header of its own either', ['198.51.100.9', '192.0.2.1'], '192.0.2.1'],
    ['nor where it names a trusted address', ['10.9.9.9, 192.0.2.1'], '192.0.2.1'],
    ['nor where it is nonsense', [`${'x,'.repeat(2_000)}192.0.2.1`], '192.0.2.1'],
    ['trusted proxies behind one another are passed over', ['192.0.2.1, 10.1.1.1, 2001:db8:ffff::1'], '192.0.2.1'],
    ['a mapped address is IPv4', ['::ffff:192.0.2.1'], '192.0.2.1'],
    ['a port is left out', ['192.0.2.1:443'], '192.0.2.1'],
    ['so are brackets', ['[2001:db8::1]'], '2001:db8::1'],
    ['with a port too', ['[2001:db8::1]:443'], '2001:db8::1'],
    ['IPv6 is no port', ['2001:db8::1:443'], '2001:db8::1:443'],
    ['blanks do not count', ['198.51.100.9 ,\t192.0.2.1  '], '192.0.2.1'],
    ['where all are trusted, the first is the client', ['10.1.1.1, 10.2.2.2'], '10.1.1.1']
  ])('%s', (_title, forwarded, expected) => {
    expect(addressOf('10.0.0.1', ...forwarded)).toBe(expected)
    expect(addressOf('::ffff:10.0.0.1', ...forwarded)).toBe(expected)
  })

  test('the name of the header may be written in any way, and others say nothing', () => {
    const headers = ['Forwarded', 'for=198.51.100.9', 'x-FORWARDED-for', '192.0.2.1', 'X-Real-IP', '198.51.100.9']
    expect(clientAddress('10.0.0.1', headers, PROXIES)?.value).toBe('192.0.2.1')
  })

  test('a header whose value is its own name is no header of that name', () => {
    expect(clientAddress('10.0.0.1', ['Via', 'x-forwarded-for', 'Host', '192.0.2.1'], PROXIES)?.value).toBe('10.0.0.1')
  })

  test('a proxy that asks for itself is the client', () => {
    expect(addressOf('10.0.0.1')).toBe('10.0.0.1')
  })

  test.each([
    'unknown',
    '',
    '192.0.2.1,',
    '192.0.2.1, unix:',
    '192.0.2.256',
    '192.0.2.1:',
    '192.0.2.1:https',
    '192.0.2.010',
    '0x7f.1',
    '[2001:db8::1',
    '[2001:db8::1]x',
    '[]',
    '[192.0.2.1',
    ':443',
    'fe80::1%eth0',
    '192.0.2.1;10.0.0.2',
    '"192.0.2.1"'
  ])('nobody is believed where the proxy passes on %j', (value) => {
    expect(addressOf('10.0.0.1', value)).toBeUndefined()
  })
})
