import { z } from 'zod'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { ROLES } from '../../indicator/context.ts'
import { SECTORS } from '../../indicator/sector.ts'
import { TLPS } from '../../indicator/tlp.ts'
import { COUNT, INSTANT, TEXTS } from '../values.ts'

const SCHEDULE = z.union([z.strictObject({ every: z.string() }), z.strictObject({ cron: z.string() })])

const RUN = z
  .strictObject({
    at: INSTANT,
    outcome: z.enum(['changed', 'unchanged', 'failed', 'held']),
    read: COUNT,
    accepted: COUNT,
    rejected: COUNT,
    new: COUNT,
    changed: COUNT,
    unchanged: COUNT,
    expired: COUNT,
    withdrawn: COUNT
  })
  .meta({ id: 'FeedRun' })

const ALARM = z
  .strictObject({
    code: z.enum(['failing', 'empty', 'shrunk', 'grown', 'missing_variable', 'expired_headers']),
    message: z.string(),
    since: INSTANT
  })
  .meta({ id: 'FeedAlarm' })

/** A feed that is fetched, without any secret: what was said when it was added, and how it is doing. */
export const FEED = z
  .strictObject({
    name: z.string(),
    url: z.string().describe('Without its query.'),
    standing: z.enum(['enabled', 'disabled', 'frozen']),
    format: z.string().nullable(),
    schedule: SCHEDULE,
    mode: z.enum(['list', 'window']).nullable(),
    confidence: z.enum(CONFIDENCES).nullable(),
    industries: z.array(z.enum(SECTORS)),
    role: z.enum(ROLES).nullable(),
    tlp: z.enum(TLPS).nullable(),
    threat_types: TEXTS,
    lifetime_days: z.int().nullable(),
    licence: z.string().nullable(),
    headers: z.array(
      z.strictObject({ name: z.string(), variable: z.string().nullable().describe('`null` where a value was given.') })
    ),
    allow_networks: TEXTS,
    added: INSTANT,
    next_run: INSTANT.nullable(),
    last_run: RUN.nullable(),
    last_good_run: INSTANT.nullable(),
    age_seconds: COUNT.nullable().describe('Since it was last read well.'),
    failures: COUNT.describe('Failed runs since the last good one.'),
    size: COUNT.nullable(),
    held_size: COUNT.nullable().describe('Of a run that waits for approval.'),
    approved_size: COUNT.nullable(),
    alarm: ALARM.nullable()
  })
  .meta({ id: 'Feed' })

/** The feeds, by name. */
export const FEED_LIST = z.strictObject({ data: z.array(FEED) })

/** What became of a feed that was removed. */
export const REMOVED_FEED = z.strictObject({
  name: z.string(),
  withdrawn: COUNT.describe('Indicators that the feed named.')
})

/** An example of {@link FEED}. */
export const FEED_EXAMPLE: z.input<typeof FEED> = {
  name: 'partner',
  url: 'https://feed.example/iocs.json',
  standing: 'enabled',
  format: null,
  schedule: { every: '30m' },
  mode: null,
  confidence: null,
  industries: [],
  role: null,
  tlp: 'amber',
  threat_types: [],
  lifetime_days: 30,
  licence: null,
  headers: [{ name: 'Auth-Key', variable: 'FEED_PARTNER' }],
  allow_networks: [],
  added: '2026-05-17T10:00:00.000000Z',
  next_run: '2026-05-17T10:34:10.000000Z',
  last_run: {
    at: '2026-05-17T10:00:02.000000Z',
    outcome: 'changed',
    read: 812,
    accepted: 810,
    rejected: 2,
    new: 12,
    changed: 3,
    unchanged: 795,
    expired: 0,
    withdrawn: 9
  },
  last_good_run: '2026-05-17T10:00:02.000000Z',
  age_seconds: 84,
  failures: 0,
  size: 810,
  held_size: null,
  approved_size: null,
  alarm: null
}
