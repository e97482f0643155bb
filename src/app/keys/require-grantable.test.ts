import { expect, test } from 'vitest'
import { defaultSettings } from '../../../tests/support/settings.ts'
import type { StoredKey } from '../../store/key-store.ts'
import { requireTier } from '../tier.ts'
import { type Granter, holder, operator } from './granter.ts'
import { type NewKey, readKeyTerms } from './key-terms.ts'
import { requireGrantable } from './require-grantable.ts'

const NOW = 1_779_012_000_000_000
const DAY = 86_400_000_000

const settings = await defaultSettings()

const GIVER: StoredKey = {
  id: 'giver',
  account: 'acme',
  name: 'giver',
  tier: 'pro',
  scopes: ['read:iocs', 'keys:self'],
  networks: [],
  maxTlp: undefined,
  feeds: [],
  created: NOW,
  expires: undefined,
  revoked: undefined,
  hint: 'abcd',
  secrets: [],
  lastUsed: undefined
}

const giver = (parts: Partial<StoredKey> = {}): Granter => {
  const key = { ...GIVER, ...parts }
  return holder(key, requireTier(settings, key.tier))
}

const give = (request: Partial<NewKey>, by: Granter) => {
  const nameOf = (part: string): string => part
  const terms = readKeyTerms({ name: 'new', ...request }, { by, settings, now: NOW, nameOf })
  requireGrantable(terms, by, nameOf)
  return terms
}

test('an operator gives anything', () => {
  const scopes = ['keys:admin', 'guard:admin', 'feeds:admin']
  expect(give({ scopes, account: 'any', networks: ['0.0.0.0/0'] }, operator('root')).scopes).toEqual(scopes)
})

test('what is left out is as the giver has it, and reading alone is the scope', () => {
  const limits = { networks: ['192.0.2.0/24'], maxTlp: 'green', feeds: ['a'], expires: NOW + DAY } as const
  expect(give({}, giver(limits))).toMatchObject({
    ...limits,
    account: 'acme',
    tier: { name: 'pro' },
    scopes: ['read:iocs']
  })
})

test.each<[string, Partial<StoredKey>, Partial<NewKey>]>([
  ['its own scopes', {}, { scopes: ['read:iocs', 'keys:self'] }],
  ['what its scope includes', { scopes: ['keys:admin'] }, { scopes: ['keys:self'] }],
  ['another account with keys:admin', { scopes: ['keys:admin', 'read:iocs'] }, { account: 'globex' }],
  ['a smaller tier', {}, { tier: 'free' }],
  ['a network within its own', { networks: ['192.0.2.0/24', '2001:db8::/32'] }, { networks: ['2001:db8:1::/48'] }],
  ['any network where it has none', {}, { networks: ['0.0.0.0/0'] }],
  ['a level below its own', { maxTlp: 'amber' }, { maxTlp: 'green' }],
  ['any level where it has none', {}, { maxTlp: 'red' }],
  ['some of its feeds', { feeds: ['a', 'b'] }, { feeds: ['b'] }],
  ['any feed where it has none', {}, { feeds: ['c'] }],
  ['an end before its own', { expires: NOW + 2 * DAY }, { expiresInDays: 1 }],
  ['an end where it has none', {}, { expiresInDays: 1 }]
])('a key gives %s', (_what, parts, request) => {
  expect(() => give(request, giver(parts))).not.toThrow()
})

test.each<[string, Partial<StoredKey>, Partial<NewKey>, string]>([
  ['a scope that it lacks', {}, { scopes: ['feeds:admin'] }, 'scopes'],
  ['reading where it does not read', { scopes: ['keys:self'] }, {}, 'scopes'],
  ['keys:admin, though it has it', { scopes: ['keys:admin'] }, { scopes: ['keys:admin'] }, 'scopes'],
  ['guard:admin, though it has it', { scopes: ['keys:admin', 'guard:admin'] }, { scopes: ['guard:admin'] }, 'scopes'],
  ['another account', {}, { account: 'globex' }, 'account'],
  ['a larger tier', { tier: 'free' }, { tier: 'pro' }, 'tier'],
  ['a wider network', { networks: ['192.0.2.0/24'] }, { networks: ['192.0.2.0/23'] }, 'networks'],
  [
    'a network beside its own',
    { networks: ['192.0.2.0/24'] },
    { networks: ['192.0.2.0/25', '198.51.100.0/24'] },
    'networks'
  ],
  ['all of IPv6 for all of IPv4', { networks: ['0.0.0.0/0'] }, { networks: ['::/0'] }, 'networks'],
  ['a stricter level than it sees', { maxTlp: 'green' }, { maxTlp: 'amber' }, 'maxTlp'],
  ['a feed that it does not see', { feeds: ['a'] }, { feeds: ['a', 'b'] }, 'feeds'],
  ['a later end', { expires: NOW + DAY }, { expiresInDays: 2 }, 'expiresInDays']
])('no key gives %s', (_what, parts, request, part) => {
  expect(() => give(request, giver(parts))).toThrow(
    expect.objectContaining({ code: 'not_grantable', details: expect.objectContaining({ parameter: part }) as object })
  )
})

test('a key that is held to something gives no key without it', () => {
  const free = give({}, giver())
  for (const parts of [
    { networks: ['192.0.2.0/24'] },
    { maxTlp: 'red' },
    { feeds: ['a'] },
    { expires: NOW }
  ] as const) {
    expect(() => requireGrantable(free, giver(parts), (part) => part)).toThrow(
      expect.objectContaining({ code: 'not_grantable' })
    )
  }
})

test('of two tiers none holds the other where each has something of its own', () => {
  const [free, pro] = [requireTier(settings, 'free'), requireTier(settings, 'pro')]
  const terms = give({}, giver())
  const by = holder(GIVER, { ...pro, requestsPerDay: free.requestsPerDay - 1 })
  expect(() => requireGrantable({ ...terms, tier: free }, by, (part) => part)).toThrow(/goes beyond its own/)
})
