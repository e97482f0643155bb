import { z } from 'zod'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { ROLES } from '../../indicator/context.ts'
import { TLPS } from '../../indicator/tlp.ts'
import { choice, requiredText, text, textList, textPairs } from '../member.ts'

/** Everything but the name and the URL. */
const SAID = {
  format: text('A format of `sigmill import`, `taxii` or `misp-feed`; recognised unless given.'),
  every: text('`30m`; every hour unless given.'),
  cron: text('Five fields of cron in UTC, in place of `every`.'),
  mode: choice('Whether what the feed no longer holds is withdrawn; as the format is, unless given.', [
    'list',
    'window'
  ]),
  confidence: choice('Where the feed does not say so.', CONFIDENCES),
  industries: textList('Where the feed does not say so.'),
  role: choice('Where the feed does not say so.', ROLES),
  tlp: choice('Where the feed does not say so.', TLPS),
  threat_types: textList('Where the feed does not say so.'),
  lifetime: text('`30d`, after the last sighting.'),
  licence: text('Where the feed does not say so.'),
  headers: textPairs(
    'Names and values; a value `env:FEED_…` names a variable of the environment of the server.',
    '{"Auth-Key": "env:FEED_KEY"}'
  ),
  allow_networks: textList('Refused: private networks are opened on the machine itself.')
}

/** A feed to be added. */
export const NEW_FEED = z
  .strictObject({
    name: requiredText('Unique; also the name of the feed in rules.'),
    url: requiredText('From where it is fetched.'),
    ...SAID
  })
  .meta({ id: 'NewFeed' })

/** What is said of a feed anew: `null` takes back what was said. */
export const FEED_EDIT = z
  .strictObject({
    name: z.never({ error: 'a feed keeps its name; remove it and add another' }).optional(),
    url: text('From where it is fetched. To another server, `headers` are given anew.'),
    ...SAID
  })
  .refine((said) => Object.keys(said).length > 0, { error: 'it says nothing of the feed' })
  .meta({ id: 'FeedEdit', minProperties: 1 })
