import { z } from 'zod'
import { CHANGE_REASON_NAMES } from '../../indicator/change-reason.ts'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { ROLES } from '../../indicator/context.ts'
import { GUARD_MODES } from '../../indicator/guard-list.ts'
import { KINDS } from '../../indicator/kind.ts'
import { SECTORS } from '../../indicator/sector.ts'
import { TLPS } from '../../indicator/tlp.ts'
import { DAY, INSTANT, LEVEL, RULE_ID, SECOND, TEXTS } from '../values.ts'
import { SOURCE_DAYS, UNTIL } from './manifest.ts'

const SOURCE = z
  .strictObject({
    feed: z.string(),
    confidence: z.enum(CONFIDENCES),
    ...SOURCE_DAYS,
    valid_until: SECOND.nullable(),
    role: z.enum(ROLES),
    critical: z.boolean(),
    threat_types: TEXTS,
    malware_families: TEXTS,
    actors: TEXTS,
    ports: z.array(z.int()),
    techniques: TEXTS,
    industries: z.array(z.enum(SECTORS)),
    links: TEXTS,
    tlp: z.enum(TLPS).nullable()
  })
  .meta({ id: 'StandingSource' })

const GUARD_HIT = z
  .strictObject({
    list: z.string(),
    entry: z.string(),
    mode: z.enum(GUARD_MODES),
    why: z.string(),
    until: DAY.nullable()
  })
  .meta({ id: 'GuardHit' })

/** Where a rule comes from, or why there is none any more. */
export const WHY = z
  .strictObject({
    rule_id: RULE_ID,
    type: z.enum(KINDS),
    value: z.string(),
    rule: z.strictObject({ title: z.string(), level: LEVEL, tags: TEXTS }).nullable(),
    no_rule: z.string().nullable().describe('Why it gives no rule, as a sentence.'),
    confidence: z.strictObject({
      level: z.enum(CONFIDENCES),
      feeds: TEXTS.describe('The feeds that are as sure as that.')
    }),
    added: INSTANT,
    changed: INSTANT,
    reason: z.enum(CHANGE_REASON_NAMES).describe('What the last change was.'),
    removed: z.strictObject({ at: INSTANT, why: z.string() }).nullable(),
    ...UNTIL,
    guard: z.array(GUARD_HIT).describe('Entries of the guard that cover the value, those that only inform included.'),
    sources: z.array(SOURCE)
  })
  .meta({ id: 'Why' })

/** An example of {@link WHY}. */
export const WHY_EXAMPLE: z.input<typeof WHY> = {
  rule_id: '9c5f2e45-045f-58d8-bf0e-425bef301fa4',
  type: 'ipv4',
  value: '198.51.100.7',
  rule: {
    title: 'SOC Defenders IOC - Malicious IP 198.51.100.7',
    level: 'high',
    tags: ['attack.command-and-control', 'tlp.amber']
  },
  no_rule: null,
  confidence: { level: 'high', feeds: ['partner'] },
  added: '2026-05-16T08:00:00.000000Z',
  changed: '2026-05-17T10:00:00.000000Z',
  reason: 'changed',
  removed: null,
  until: '2026-06-16',
  until_is_earliest: false,
  guard: [],
  sources: [
    {
      feed: 'partner',
      confidence: 'high',
      first_seen: '2026-05-16T00:00:00Z',
      last_seen: '2026-05-17',
      until: '2026-06-16',
      until_is_earliest: false,
      valid_until: null,
      role: 'destination',
      critical: false,
      threat_types: ['botnet_cc'],
      malware_families: ['Emotet'],
      actors: [],
      ports: [443],
      techniques: [],
      industries: ['energy'],
      links: [],
      tlp: 'amber'
    }
  ]
}
