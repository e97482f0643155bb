import { describe, expect, test } from 'vitest'
import { MOMENT } from '../../../tests/support/stores.ts'
import { Problem } from '../../problem/problem.ts'
import { FETCHED_FORMATS } from '../../api/bodies/fetched-formats.ts'
import { FORMATS } from '../../feeds/formats.ts'
import type { FeedRecord } from '../../store/feed-store.ts'
import { PROTOCOLS } from '../collect/protocols.ts'
import { readFeedRequest, type FeedRequest } from './feed-request.ts'

const URL = 'https://feeds.example/list.txt'

const read = (parts: Partial<FeedRequest>, isRemote = false): FeedRecord =>
  readFeedRequest(
    { name: 'feed', url: URL, ...parts },
    { now: MOMENT, longestLifetimeDays: 365, keyPrefix: 'sk_live_', isRemote, nameOf: (part) => `<${part}>` }
  )

const refusal = (parts: Partial<FeedRequest>, isRemote = false): string => {
  try {
    read(parts, isRemote)
    return 'accepted'
  } catch (error) {
    if (error instanceof Problem) return `${error.code}: ${error.message}`
    throw error
  }
}

test('a name and a URL are enough, and the feed is fetched every hour', () => {
  expect(read({})).toEqual({
    name: 'feed',
    url: URL,
    schedule: { every: 3_600 },
    industries: [],
    threatTypes: [],
    headers: [],
    allowNetworks: [],
    standing: 'enabled',
    added: MOMENT
  })
})

test('a path is the URL of its file', () => {
  expect(read({ url: '/srv/feeds/our list #1?.txt' }).url).toBe('file:///srv/feeds/our%20list%20%231%3F.txt')
})

test('everything that may be said is kept', () => {
  expect(
    read({
      name: '  Our\tsensors ',
      format: 'taxii',
      cron: '0 6 * * *',
      mode: 'window',
      confidence: 'high',
      industries: ['water', 'Energy Sector'],
      role: 'source',
      tlp: 'amber-strict',
      threatTypes: ['botnet_cc', ' scanner '],
      lifetime: '30d',
      licence: 'CC0-1.0',
      headers: ['Auth-Key: env:KEY', 'Accept: text/csv'],
      allowNetworks: ['fd00::/8', '10.20.0.0/16']
    })
  ).toEqual({
    name: 'Our sensors',
    url: URL,
    format: 'taxii',
    schedule: { cron: '0 6 * * *' },
    mode: 'window',
    confidence: 'high',
    industries: ['energy', 'water-and-wastewater'],
    role: 'source',
    tlp: 'amber-strict',
    threatTypes: ['botnet_cc', 'scanner'],
    lifetimeDays: 30,
    licence: 'CC0-1.0',
    headers: [
      { name: 'Auth-Key', variable: 'KEY' },
      { name: 'Accept', literal: 'text/csv' }
    ],
    allowNetworks: ['10.20.0.0/16', 'fd00::/8'],
    standing: 'enabled',
    added: MOMENT
  })
})

describe('what cannot be is refused under the name that the caller knows', () => {
  test.each<[string, Partial<FeedRequest>]>([
    ['name', { name: ' \u0000 ' }],
    ['name', { name: 'x'.repeat(65) }],
    ['name', { name: '..' }],
    ['url', { url: 'feeds.example/list.txt' }],
    ['url', { url: 'feeds/list.txt' }],
    ['url', { url: 'ftp://feeds.example/list.txt' }],
    ['url', { url: `https://feeds.example/${'x'.repeat(2_048)}` }],
    ['format', { format: 'tax' }],
    ['every', { every: '1s' }],
    ['cron', { cron: 'daily' }],
    ['cron', { cron: '0 6 * * *', every: '1h' }],
    ['mode', { mode: 'lists' }],
    ['confidence', { confidence: 'hgih' }],
    ['industries', { industries: ['energie'] }],
    ['role', { role: 'attacker' }],
    ['tlp', { tlp: 'white' }],
    ['lifetime', { lifetime: '36h' }],
    ['lifetime', { lifetime: '366d' }],
    ['lifetime', { lifetime: '0d' }],
    ['lifetime', { lifetime: 'forever' }],
    ['headers', { headers: ['Auth-Key'] }],
    ['headers', { headers: ['Key: a', 'key: b'] }],
    ['threatTypes', { threatTypes: Array.from({ length: 51 }, String) }]
  ])('%s: %j', (part, parts) => {
    expect(refusal(parts)).toMatch(new RegExp(`^invalid_parameter: <${part}>`))
  })

  test.each(['taxii', 'misp-feed'])('a list of the format %s, which only brings what is new', (format) => {
    expect(refusal({ format, mode: 'list' })).toBe(
      `invalid_parameter: <mode> "list": a feed of the format ${format} only brings what is new, and a list withdraws the rest. Allowed: window.`
    )
    expect(refusal({ format, mode: 'window' })).toBe('accepted')
    expect(refusal({ format: 'stix', mode: 'list' })).toBe('accepted')
    expect(refusal({ mode: 'list' })).toBe('accepted')
  })

  test('a network that is none', () => {
    expect(refusal({ allowNetworks: ['10.0.0.0/33'] })).toMatch(/^invalid_parameter: "10\.0\.0\.0\/33" is no network/)
  })

  test('a user in a URL, without showing it', () => {
    const said = refusal({ url: 'https://me:s3cret@feeds.example/' })
    expect(said).toMatch(/send them in a header/)
    expect(said).not.toContain('s3cret')
  })

  test('with the nearest right word', () => {
    expect(refusal({ format: 'taxi' })).toContain('Did you mean "taxii"?')
    expect(refusal({ confidence: 'hgih' })).toContain('Did you mean "high"?')
  })
})

test('over the API no private network is opened', () => {
  expect(refusal({ allowNetworks: ['10.20.0.0/16'] }, true)).toContain('sigmill feeds add --allow-network')
  expect(refusal({ allowNetworks: [] }, true)).toBe('accepted')
})

test('every format and protocol that there is can be asked for, and no other', () => {
  const protocols = PROTOCOLS.map(({ name }) => name).filter((name) => name !== 'plain')
  expect(FETCHED_FORMATS).toEqual([...FORMATS.map(({ name }) => name), ...protocols])
})
