import { FETCHED_FORMATS } from '../api/bodies/fetched-formats.ts'
import type { FeedRequest } from '../app/feeds/feed-request.ts'
import type { FeedPart } from '../app/feeds/feed-edit.ts'
import { CONFIDENCES } from '../indicator/confidence.ts'
import { FEED_MODES } from '../indicator/feed-mode.ts'
import { FEED_FLAGS, sectorsFlag } from './feed-flags.ts'
import { choiceFlag, repeatedFlag, textFlag, type FlagValues } from './flag.ts'

/** What the command line calls what can be said of a feed, besides its name and URL. */
export const FEED_PART_FLAGS = {
  format: '--format',
  every: '--every',
  cron: '--cron',
  mode: '--mode',
  confidence: '--confidence',
  industries: '--industry',
  role: '--role',
  tlp: '--tlp',
  threatTypes: '--threat-type',
  lifetime: '--lifetime',
  licence: '--licence',
  headers: '--header',
  allowNetworks: '--allow-network'
} as const satisfies Readonly<Record<Exclude<FeedPart, 'url'>, string>>

/** What can be said of a feed that is fetched. */
export const FETCHED_FEED_FLAGS = {
  format: choiceFlag('FORMAT', 'what it is read as, instead of recognising it', FETCHED_FORMATS),
  every: textFlag('DURATION', { summary: 'how often it is fetched: 90s, 30m, 1h, 7d (default: 1h)' }),
  cron: textFlag('EXPR', { summary: 'when it is fetched, in UTC, as five fields of cron: "0 6 * * *"' }),
  mode: choiceFlag(
    'MODE',
    'whether what it no longer holds is withdrawn, or ages (default: as the format is)',
    FEED_MODES
  ),
  confidence: choiceFlag('LEVEL', 'how sure the feed is where it does not say so', CONFIDENCES),
  industry: sectorsFlag('the sectors that the feed is about where it names none'),
  role: FEED_FLAGS.role,
  tlp: FEED_FLAGS.tlp,
  threatType: textFlag('TYPES', { summary: 'its threat types, separated by commas, where it names none' }),
  lifetime: textFlag('DAYS', { summary: 'how long its indicators live after their last sighting: 30d' }),
  licence: FEED_FLAGS.licence,
  header: repeatedFlag('HEADER', { summary: "a header to send, several times if need be: 'Auth-Key: env:VARIABLE'" }),
  allowNetwork: repeatedFlag('CIDR', {
    summary: 'a private network that may be contacted, several times if need be: 10.20.0.0/16'
  })
} as const

/** What was said of a feed. */
export const feedPartsOf = (flags: FlagValues<typeof FETCHED_FEED_FLAGS>): Omit<FeedRequest, 'name' | 'url'> => {
  const { industry, threatType, header, allowNetwork, ...others } = flags
  return {
    ...others,
    industries: industry,
    threatTypes: threatType?.split(','),
    headers: header,
    allowNetworks: allowNetwork
  }
}
