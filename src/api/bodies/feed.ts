import { z } from 'zod'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { ROLES } from '../../indicator/context.ts'
import { TLPS } from '../../indicator/tlp.ts'
import { FEED_MODES } from '../../indicator/feed-mode.ts'
import { choice, readable, requiredText, text, textList, textPairs } from '../member.ts'
import { LONGEST_FEED_NAME, LONGEST_FEED_URL, MOST_FEED_ENTRIES } from './bounds.ts'
import { FORMAT_READING, SECTOR_READING } from './readings.ts'

/** Everything but the name and the URL. */
const SAID = {
  format: readable('A format of `sigmill import`, `taxii` or `misp-feed`; recognised unless given.', FORMAT_READING),
  every: text('`30m`; every hour unless given.'),
  cron: text('Five fields of cron in UTC, in place of `every`.'),
  mode: choice('Whether what the feed no longer holds is withdrawn; as the format is, unless given.', FEED_MODES),
  confidence: choice('Where the feed does not say so.', CONFIDENCES),
  industries: textList('Where the feed does not say so.', { most: MOST_FEED_ENTRIES, reading: SECTOR_READING }),
  role: choice('Where the feed does not say so.', ROLES),
  tlp: choice('Where the feed does not say so.', TLPS),
  threat_types: textList('Where the feed does not say so.', { most: MOST_FEED_ENTRIES }),
  lifetime: text('`30d`, after the last sighting.'),
  licence: text('Where the feed does not say so.'),
  headers: textPairs(
    'Names and values; a value `env:FEED_…` names a variable of the environment of the server.',
    '{"Auth-Key": "env:FEED_KEY"}',
    MOST_FEED_ENTRIES
  ),
  allow_networks: textList('Refused: private networks are opened on the machine itself.')
}

/** A feed to be added. */
export const NEW_FEED = z
  .strictObject({
    name: requiredText('Unique; also the name of the feed in rules.', LONGEST_FEED_NAME),
    url: requiredText('From where it is fetched.', LONGEST_FEED_URL),
    ...SAID
  })
  .meta({ id: 'NewFeed' })

/** What is said of a feed anew: `null` takes back what was said. */
export const FEED_EDIT = z
  .strictObject({
    name: z.never({ error: 'a feed keeps its name; remove it and add another' }).optional(),
    url: text('From where it is fetched. To another server, `headers` are given anew.', LONGEST_FEED_URL),
    ...SAID
  })
  .refine((said) => Object.keys(said).length > 0, { error: 'it says nothing of the feed' })
  .meta({ id: 'FeedEdit', minProperties: 1 })
