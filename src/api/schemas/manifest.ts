import { z } from 'zod'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { KINDS } from '../../indicator/kind.ts'
import { TLPS } from '../../indicator/tlp.ts'
import { COUNT, DAY, INSTANT, LEVEL, REFERENCE, RULE_ID, SECOND, TEXTS } from '../values.ts'

/** How long something stands if nobody sees it again. */
export const UNTIL = {
  until: DAY.nullable().describe('The last day on which it counts.'),
  until_is_earliest: z.boolean().describe('Whether a lifetime counts only days on which the feed is read well.')
}

/** The days of a source. */
export const SOURCE_DAYS = { first_seen: SECOND.nullable(), last_seen: DAY, ...UNTIL }

const WHY = REFERENCE.describe('Where it is explained.')

/** What an alert wants to know of its rule. */
export const MANIFEST_LINE = z
  .strictObject({
    rule_id: RULE_ID,
    type: z.enum(KINDS),
    value: z.string(),
    title: z.string(),
    level: LEVEL,
    confidence: z.enum(CONFIDENCES),
    threat_types: TEXTS,
    malware_families: TEXTS,
    actors: TEXTS,
    ports: z.array(z.int()),
    tlp: z.enum(TLPS).nullable(),
    feeds: z.array(z.strictObject({ feed: z.string(), ...SOURCE_DAYS })),
    since: INSTANT,
    changed: INSTANT,
    ...UNTIL,
    why: WHY
  })
  .meta({ id: 'ManifestLine' })

/** The members of a grouped rule. */
export const GROUP_MANIFEST_LINE = z
  .strictObject({
    rule_id: RULE_ID,
    type: z.enum(KINDS),
    title: z.string(),
    level: LEVEL,
    confidence: z.enum(CONFIDENCES),
    tactics: TEXTS,
    group: COUNT.describe('The most members.'),
    prefix: z.string(),
    members: z.array(z.strictObject({ rule_id: RULE_ID, value: z.string(), why: WHY }))
  })
  .meta({ id: 'GroupManifestLine' })

/** A line of the manifest. */
export const ANY_MANIFEST_LINE = z.union([MANIFEST_LINE, GROUP_MANIFEST_LINE])

/** An example of {@link MANIFEST_LINE}. */
export const MANIFEST_EXAMPLE: z.input<typeof MANIFEST_LINE> = {
  rule_id: '9c5f2e45-045f-58d8-bf0e-425bef301fa4',
  type: 'ipv4',
  value: '198.51.100.7',
  title: 'SOC Defenders IOC - Malicious IP 198.51.100.7',
  level: 'high',
  confidence: 'high',
  threat_types: ['botnet_cc'],
  malware_families: ['Emotet'],
  actors: [],
  ports: [443],
  tlp: 'amber',
  feeds: [
    {
      feed: 'partner',
      first_seen: '2026-05-16T00:00:00Z',
      last_seen: '2026-05-17',
      until: '2026-06-16',
      until_is_earliest: false
    }
  ],
  since: '2026-05-16T08:00:00.000000Z',
  changed: '2026-05-17T10:00:00.000000Z',
  until: '2026-06-16',
  until_is_earliest: false,
  why: '/api/v1/iocs/sigma/9c5f2e45-045f-58d8-bf0e-425bef301fa4/why'
}
