import { expect, test } from 'vitest'
import { KINDS } from './kind.ts'
import { lifetimeOf, shortestLifetime } from './lifetime.ts'
import { EMPTY_CONTEXT, makeContext } from './make-context.ts'

test('addresses go before names, and hashes, flaws and techniques last', () => {
  expect(Object.fromEntries(KINDS.map((kind) => [kind, lifetimeOf(kind, EMPTY_CONTEXT)]))).toEqual({
    ipv4: 30,
    ipv6: 30,
    domain: 90,
    url: 60,
    md5: 365,
    sha1: 365,
    sha256: 365,
    cve: 365,
    'mitre-attack': 365,
    email: 90
  })
})

test.each([
  ['phishing', 'url', 14],
  ['Phishing kit', 'domain', 30],
  ['botnet_cc', 'ipv4', 60],
  ['C2', 'domain', 180],
  ['Command and Control', 'ipv6', 60],
  ['malware_download', 'url', 60]
] as const)('%s gives %s %i days', (threatType, kind, days) => {
  expect(lifetimeOf(kind, makeContext({ threatTypes: [threatType] }))).toBe(days)
})

test('what attacks is forgotten soonest', () => {
  expect(lifetimeOf('ipv4', makeContext({ role: 'source' }))).toBe(14)
  expect(lifetimeOf('sha256', makeContext({ role: 'source' }))).toBe(365)
})

test('of several threat types the longest lifetime counts', () => {
  expect(lifetimeOf('ipv4', makeContext({ threatTypes: ['phishing', 'c2'] }))).toBe(60)
})

test('no lifetime of a kind is shorter than its shortest', () => {
  const contexts = [
    EMPTY_CONTEXT,
    makeContext({ role: 'source' }),
    makeContext({ threatTypes: ['phishing'] }),
    makeContext({ threatTypes: ['c2'] })
  ]
  for (const kind of KINDS) {
    expect(shortestLifetime(kind)).toBe(Math.min(...contexts.map((context) => lifetimeOf(kind, context))))
  }
})
