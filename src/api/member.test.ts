import { expect, test } from 'vitest'
import { FEED_EDIT, NEW_FEED } from './bodies/feed.ts'
import { NEW_KEY, REVOCATION, ROTATION } from './bodies/key.ts'

const messageOf = (
  schema: typeof NEW_KEY | typeof NEW_FEED | typeof FEED_EDIT | typeof ROTATION | typeof REVOCATION,
  body: object
) => schema.safeParse(body).error?.issues[0]?.message

test.each([
  [NEW_KEY, {}, 'it is missing'],
  [NEW_KEY, { name: null }, 'it is missing'],
  [NEW_KEY, { name: '' }, 'it is no text, or empty'],
  [NEW_KEY, { name: 7 }, 'it is no text, or empty'],
  [NEW_KEY, { name: 'a', tier: '' }, 'it is no text, or empty'],
  [NEW_KEY, { name: 'a', scopes: ['read:iocs', 7] }, 'it is no list of texts'],
  [NEW_KEY, { name: 'a', expires_in_days: '30' }, 'it is no number'],
  [NEW_KEY, { name: 'a', expires_in_days: 0 }, 'a key lives more than 0 and at most 3650 days'],
  [ROTATION, { overlap_hours: 721 }, 'it is not between 0 and 720'],
  [REVOCATION, { reason: {} }, 'it is no text, or empty'],
  [NEW_FEED, { name: 'a', url: 'b', confidence: 'hgih' }, 'it is none of them'],
  [NEW_FEED, { name: 'a', url: 'b', confidence: '' }, 'it is no text, or empty'],
  [NEW_FEED, { name: 'a', url: 'b', confidence: 7 }, 'it is no text, or empty'],
  [NEW_FEED, { name: 'a', url: 'b', headers: [] }, 'it is no object of texts, as in {"Auth-Key": "env:FEED_KEY"}'],
  [FEED_EDIT, {}, 'it says nothing of the feed'],
  [FEED_EDIT, { name: 'b' }, 'a feed keeps its name; remove it and add another']
])('%# a wrong member is refused with the end of a sentence', (schema, body, message) => {
  expect(messageOf(schema, body)).toBe(message)
})

test('null counts as nothing where a member may be left out', () => {
  expect(messageOf(NEW_KEY, { name: 'a', tier: null, scopes: null, expires_in_days: null })).toBeUndefined()
  expect(messageOf(FEED_EDIT, { headers: null, confidence: null })).toBeUndefined()
})
