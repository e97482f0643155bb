import { expect, test } from 'vitest'
import { z } from 'zod'
import { SECTORS } from '../indicator/sector.ts'
import { TLPS } from '../indicator/tlp.ts'
import { FEED_EDIT, NEW_FEED } from './bodies/feed.ts'
import { FETCHED_FORMATS } from './bodies/fetched-formats.ts'
import { NEW_GUARD_ENTRY } from './bodies/guard.ts'
import { NEW_KEY, REVOCATION, ROTATION } from './bodies/key.ts'
import { SCOPE_NAMES } from './scopes.ts'

const messageOf = (schema: z.ZodType, body: object) => schema.safeParse(body).error?.issues[0]?.message

test.each([
  [NEW_KEY, {}, 'it is missing'],
  [NEW_KEY, { name: null }, 'it is missing'],
  [NEW_KEY, { name: '' }, 'it is no text, or empty'],
  [NEW_KEY, { name: 7 }, 'it is no text, or empty'],
  [NEW_KEY, { name: 'a', tier: '' }, 'it is no text, or empty'],
  [NEW_KEY, { name: 'a', scopes: ['read:iocs', 7] }, 'it is no list of texts'],
  [NEW_KEY, { name: 'a', expires_in_days: '30' }, 'it is no number'],
  [NEW_KEY, { name: 'a', expires_in_days: 0 }, 'a key lives more than 0 and at most 3650 days'],
  [NEW_KEY, { name: 'x'.repeat(101) }, 'it is longer than 100 characters'],
  [NEW_KEY, { name: 'a', account: 'x'.repeat(65) }, 'it is longer than 64 characters'],
  [NEW_KEY, { name: 'a', scopes: [] }, 'it is empty; leave it out'],
  [NEW_KEY, { name: 'a', scopes: ['read:ioc'] }, 'there is no such scope'],
  [NEW_KEY, { name: 'a', max_tlp: 'ambre' }, 'it is no level of the Traffic Light Protocol'],
  [NEW_KEY, { name: 'a', allowed_ips: ['192.0.2.0/33'] }, 'it is no address or network in CIDR form'],
  [NEW_KEY, { name: 'a', allowed_ips: Array.from({ length: 51 }, () => '192.0.2.1') }, 'it has more than 50 entries'],
  [NEW_KEY, { name: 'a', allowed_feeds: Array.from({ length: 51 }, () => 'a') }, 'it has more than 50 entries'],
  [NEW_KEY, { name: 'a', allowed_feeds: ['x'.repeat(65)] }, 'it is longer than 64 characters'],
  [ROTATION, { overlap_hours: 721 }, 'it is not between 0 and 720'],
  [REVOCATION, { reason: {} }, 'it is no text, or empty'],
  [NEW_FEED, { name: 'a', url: 'b', confidence: 'hgih' }, 'it is none of them'],
  [NEW_FEED, { name: 'a', url: 'b', confidence: '' }, 'it is no text, or empty'],
  [NEW_FEED, { name: 'a', url: 'b', confidence: 7 }, 'it is no text, or empty'],
  [NEW_FEED, { name: 'a', url: 'b', headers: [] }, 'it is no object of texts, as in {"Auth-Key": "env:FEED_KEY"}'],
  [NEW_FEED, { name: 'x'.repeat(65), url: 'b' }, 'it is longer than 64 characters'],
  [NEW_FEED, { name: 'a', url: 'b'.repeat(2_049) }, 'it is longer than 2048 characters'],
  [NEW_FEED, { name: 'a', url: 'b', format: 'cvs' }, 'it is none of them'],
  [NEW_FEED, { name: 'a', url: 'b', industries: ['enregy'] }, 'it is no sector'],
  [
    NEW_FEED,
    { name: 'a', url: 'b', threat_types: Array.from({ length: 51 }, () => 'a') },
    'it has more than 50 entries'
  ],
  [NEW_GUARD_ENTRY, { value: 'a', until: '2027-02-30' }, 'it is no day such as 2027-03-31'],
  [FEED_EDIT, {}, 'it says nothing of the feed'],
  [FEED_EDIT, { name: 'b' }, 'a feed keeps its name; remove it and add another']
])('%# a wrong member is refused with the end of a sentence', (schema, body, message) => {
  expect(messageOf(schema, body)).toBe(message)
})

test('null counts as nothing where a member may be left out', () => {
  expect(messageOf(NEW_KEY, { name: 'a', tier: null, scopes: null, expires_in_days: null })).toBeUndefined()
  expect(messageOf(FEED_EDIT, { headers: null, confidence: null })).toBeUndefined()
})

test('words are taken in every spelling in which they are read, and lengths count characters', () => {
  expect(messageOf(NEW_KEY, { name: '\u{1f511}'.repeat(100), max_tlp: 'TLP:AMBER+STRICT' })).toBeUndefined()
  expect(messageOf(NEW_FEED, { name: 'a', url: 'b', industries: ['Energy Sector', 'energy'] })).toBeUndefined()
})

const published = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }).$defs ?? {}

test('bounds, sets and defaults are published', () => {
  expect(published(NEW_KEY)['NewKey']?.properties).toMatchObject({
    name: { minLength: 1, maxLength: 100 },
    account: { anyOf: [{ maxLength: 64 }, { type: 'null' }] },
    scopes: {
      anyOf: [{ minItems: 1, maxItems: SCOPE_NAMES.length, items: { enum: SCOPE_NAMES } }, { type: 'null' }],
      default: ['read:iocs']
    },
    max_tlp: { anyOf: [{ enum: TLPS }, { type: 'null' }] },
    allowed_ips: { anyOf: [{ maxItems: 50 }, { type: 'null' }] },
    allowed_feeds: { anyOf: [{ maxItems: 50, items: { maxLength: 64 } }, { type: 'null' }] }
  })
  expect(published(ROTATION)['Rotation']?.properties).toMatchObject({ overlap_hours: { default: 24 } })
  expect(published(NEW_FEED)['NewFeed']?.properties).toMatchObject({
    headers: { anyOf: [{ maxProperties: 50 }, { type: 'null' }] },
    format: { anyOf: [{ enum: FETCHED_FORMATS }, { type: 'null' }] },
    industries: { anyOf: [{ maxItems: 50, items: { enum: SECTORS } }, { type: 'null' }] }
  })
})
