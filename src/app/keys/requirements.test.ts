import { expect, test } from 'vitest'
import { readIpAddress } from '../../indicator/ip-network.ts'
import { requireNetwork } from './require-network.ts'
import { requireScope } from './require-scope.ts'
import { restrictionOf } from './restriction-of.ts'

const refusal = (code: string) => expect.objectContaining({ code }) as Error

const SEES_ALL = { maxTlp: undefined, feeds: [] } as const

test.each<[readonly string[], string, boolean]>([
  [[], '203.0.113.7', true],
  [[], 'nobody knows', true],
  [['203.0.113.0/24'], '203.0.113.7', true],
  [['203.0.113.0/24'], '::ffff:203.0.113.7', true],
  [['192.0.2.0/24', '2001:db8::/32'], '2001:db8::7', true],
  [['203.0.113.0/24'], '203.0.114.7', false],
  [['203.0.113.0/24'], '2001:db8::7', false],
  [['0.0.0.0/0', '::/0'], 'nobody knows', false],
  [['no network'], '203.0.113.7', false]
])('whether a key of %j may be used from %s: %s', (networks, from, isAllowed) => {
  const attempt = (): void => requireNetwork({ networks }, readIpAddress(from))
  if (isAllowed) expect(attempt).not.toThrow()
  else expect(attempt).toThrow(refusal('ip_not_allowed'))
})

test('a refused address is told, the networks are not', () => {
  const attempt = (): void => requireNetwork({ networks: ['192.0.2.0/24'] }, readIpAddress('203.0.113.7'))
  expect(attempt).toThrow('The API key may not be used from 203.0.113.7.')
})

test('a scope is had, or included in another', () => {
  expect(() => requireScope({ ...SEES_ALL, scopes: ['keys:admin'] }, 'keys:self')).not.toThrow()
  for (const [scopes, wanted] of [
    [['keys:self'], 'keys:admin'],
    [['of another program'], 'read:iocs']
  ] as const) {
    expect(() => requireScope({ ...SEES_ALL, scopes }, wanted)).toThrow(refusal('insufficient_scope'))
  }
})

test('a scope that knows no bounds is of no use to a restricted key that has it', () => {
  const scopes = ['read:iocs', 'keys:self', 'feeds:admin', 'guard:admin', 'metrics:read']
  for (const scope of ['feeds:admin', 'guard:admin', 'metrics:read'] as const) {
    expect(() => requireScope({ ...SEES_ALL, scopes }, scope)).not.toThrow()
    for (const held of [{ maxTlp: 'red' as const }, { feeds: ['a'] }]) {
      expect(() => requireScope({ ...SEES_ALL, ...held, scopes }, scope)).toThrow(refusal('insufficient_scope'))
      expect(() => requireScope({ ...SEES_ALL, ...held, scopes }, 'keys:self')).not.toThrow()
    }
  }
})

test('a key with a level or feeds is restricted to them, whatever their order', () => {
  expect(restrictionOf({ maxTlp: 'red', feeds: [] })).toEqual({ maxTlp: 'red', feeds: undefined })
  expect(restrictionOf({ maxTlp: undefined, feeds: ['b', 'a', 'b'] })).toEqual({ maxTlp: undefined, feeds: ['a', 'b'] })
  expect(restrictionOf({ maxTlp: undefined, feeds: [] })).toBeUndefined()
})
