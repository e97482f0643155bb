import { expect, test } from 'vitest'
import { defaultSettings } from '../../../tests/support/settings.ts'
import { operator } from './granter.ts'
import { type KeyPart, type KeyTerms, type NewKey, readKeyTerms } from './key-terms.ts'

const NOW = 1_779_012_000_000_000

const settings = await defaultSettings()

const read = (request: Partial<NewKey>): KeyTerms =>
  readKeyTerms(
    { name: 'siem', ...request },
    { by: operator('root'), settings, now: NOW, nameOf: (part) => `its ${part}` }
  )

test('an operator who says nothing gets a key that reads', () => {
  expect(read({})).toEqual({
    name: 'siem',
    account: 'default',
    tier: settings.tiers.find(({ name }) => name === 'pro'),
    scopes: ['read:iocs'],
    networks: [],
    maxTlp: undefined,
    feeds: [],
    expires: undefined
  })
})

test('networks come into their one spelling, each once', () => {
  const networks = ['2001:DB8::1/32', '192.0.2.77/24', ' 192.0.2.0/24', '::ffff:198.51.100.7']
  expect(read({ networks }).networks).toEqual(['192.0.2.0/24', '198.51.100.7/32', '2001:db8::/32'])
})

test('levels are read as people write them, and scopes count once', () => {
  expect(read({ maxTlp: 'TLP:AMBER+STRICT', scopes: ['keys:self', 'keys:self'] })).toMatchObject({
    maxTlp: 'amber-strict',
    scopes: ['keys:self']
  })
})

test('a part of a day is a lifetime, too', () => {
  expect(read({ expiresInDays: 0.5 }).expires).toBe(NOW + 43_200_000_000)
})

test.each<[KeyPart, Partial<NewKey>, RegExp]>([
  ['name', { name: '' }, /it is empty/],
  ['name', { name: '\u0000' }, /nothing of it can be shown/],
  ['name', { name: 'x'.repeat(101) }, /longer than 100 characters/],
  ['account', { account: 'x'.repeat(65) }, /longer than 64 characters/],
  ['scopes', { scopes: [] }, /leave it out/],
  ['scopes', { scopes: ['read:ioc'] }, /Did you mean "read:iocs"/],
  ['networks', { networks: [] }, /leave it out/],
  ['networks', { networks: ['192.0.2.0/33'] }, /no address or network/],
  ['networks', { networks: Array.from({ length: 51 }, (_, index) => `192.0.2.${index}`) }, /more than 50 entries/],
  ['maxTlp', { maxTlp: 'ambre' }, /Did you mean "amber"/],
  ['feeds', { feeds: Array.from({ length: 51 }, (_, index) => `feed ${index}`) }, /more than 50 entries/],
  ['feeds', { feeds: ['x'.repeat(65)] }, /longer than 64 characters/],
  ['expiresInDays', { expiresInDays: 0 }, /more than 0 and at most 3650 days/],
  ['expiresInDays', { expiresInDays: Number.NaN }, /more than 0/],
  ['expiresInDays', { expiresInDays: 3_651 }, /at most 3650/]
])('a wrong %s is refused under the name that the caller has for it', (part, request, message) => {
  expect(() => read(request)).toThrow(
    expect.objectContaining({
      code: 'invalid_parameter',
      details: expect.objectContaining({ parameter: `its ${part}` }) as object,
      message: expect.stringMatching(message) as string
    })
  )
})

test('a tier that the configuration lacks is refused', () => {
  expect(() => read({ tier: 'gold' })).toThrow(
    'its tier "gold": the configuration has no such tier. Allowed: free, pro.'
  )
  expect(() => read({ tier: 'fre' })).toThrow(/Did you mean "free"/)
})
