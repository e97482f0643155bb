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
    read: COUNT.describe('Entries that it held.'),
    accepted: COUNT.describe('Those of them that name an indicator.'),
    rejected: COUNT.describe('Those that do not, or that the mill does not take.'),
    new: COUNT.describe('Indicators that it had not named before.'),
    changed: COUNT.describe('Those of which it says something else.'),
    unchanged: COUNT.describe('Those of which it says the same.'),
    expired: COUNT.describe('Those that ended by age.'),
    withdrawn: COUNT.describe('Those that it no longer names.')
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
    name: z.string().describe('Stands with the indicators that it names.'),
    url: z.string().describe('Without its query.'),
    standing: z
      .enum(['enabled', 'disabled', 'frozen'])
      .describe('Whether it is fetched; what a frozen one named stays as it is.'),
    format: z.string().nullable().describe('`null` where it is told from what comes.'),
    schedule: SCHEDULE.describe('How often it is fetched.'),
    mode: z
      .enum(['list', 'window'])
      .nullable()
      .describe(
        '`list`: what is no longer in it is withdrawn; `window`: it names only what is new. `null` for what suits the format.'
      ),
    confidence: z.enum(CONFIDENCES).nullable().describe('Of what it does not rate itself.'),
    industries: z.array(z.enum(SECTORS)).describe('Whom everything in it is aimed at.'),
    role: z.enum(ROLES).nullable().describe('Where its addresses stand in the traffic.'),
    tlp: z.enum(TLPS).nullable().describe('Of everything in it.'),
    threat_types: TEXTS.describe('Of everything in it.'),
    lifetime_days: z.int().nullable().describe('For how long what it names counts after it was last named.'),
    licence: z.string().nullable().describe('Under which it may be used.'),
    headers: z.array(
      z.strictObject({ name: z.string(), variable: z.string().nullable().describe('`null` where a value was given.') })
    ),
    allow_networks: TEXTS.describe('Networks of the inside that it may be fetched from.'),
    added: INSTANT.describe('When it was added.'),
    next_run: INSTANT.nullable().describe('When it is fetched next; `null` where it is not.'),
    last_run: RUN.nullable().describe('What came of it when it was last fetched.'),
    last_good_run: INSTANT.nullable().describe('When it was last read well.'),
    age_seconds: COUNT.nullable().describe('Since it was last read well.'),
    failures: COUNT.describe('Failed runs since the last good one.'),
    size: COUNT.nullable().describe('Indicators that it names.'),
    held_size: COUNT.nullable().describe('Of a run that waits for approval.'),
    approved_size: COUNT.nullable().describe('The size up to which it was approved.'),
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
