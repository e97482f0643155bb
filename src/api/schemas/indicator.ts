import { z } from 'zod'
import { CONFIDENCES } from '../../indicator/confidence.ts'
import { ROLES } from '../../indicator/context.ts'
import { KINDS } from '../../indicator/kind.ts'
import { SECTORS } from '../../indicator/sector.ts'
import { TLPS } from '../../indicator/tlp.ts'
import { COUNT, INSTANT, REFERENCE, RULE_ID, SECOND, TEXTS } from '../values.ts'

const ORIGIN = {
  article_id: z.null(),
  article_title: z.null(),
  article_url: z.null(),
  reference_url: z.string().nullable(),
  feed_name: z.string(),
  category: z.literal('threat-feed'),
  origin: z.literal('feed')
}

/** Where an indicator comes from. There are no articles behind it: all sources are feeds. */
export const ORIGIN_SOURCE = z.strictObject(ORIGIN).meta({ id: 'Origin' })

/** A source with everything it says. What is not known is left out. */
export const FULL_SOURCE = z
  .strictObject({
    ...ORIGIN,
    confidence: z.enum(CONFIDENCES),
    first_seen: SECOND.optional(),
    last_seen: SECOND,
    valid_until: SECOND.optional(),
    role: z.enum(ROLES).optional(),
    ports: z.array(z.int()).optional(),
    threat_types: TEXTS.optional(),
    malware_families: TEXTS.optional(),
    actors: TEXTS.optional(),
    file_names: TEXTS.optional(),
    tags: TEXTS.optional(),
    mitre_techniques: TEXTS.optional(),
    industries: z.array(z.enum(SECTORS)).optional(),
    references: TEXTS.optional(),
    tlp: z.enum(TLPS).optional(),
    licences: TEXTS.optional()
  })
  .meta({ id: 'Source' })

const FACTS = {
  id: RULE_ID.describe('Also the id of its rule.'),
  type: z.enum(KINDS),
  value: z.string(),
  confidence: z.enum(CONFIDENCES),
  first_seen: SECOND,
  last_seen: SECOND,
  source: ORIGIN_SOURCE.nullable().describe('The source that saw it first.'),
  tags: TEXTS
}

/** What every form of the API shows of an indicator. */
export const INDICATOR_FACTS = z.strictObject(FACTS)

/** An indicator with everything its sources say. */
export const INDICATOR = z
  .strictObject({
    ...FACTS,
    context: z.string().optional().describe('Threat types, malware families and actors, separated by commas.'),
    mitre_techniques: TEXTS,
    sources: z.array(FULL_SOURCE)
  })
  .meta({ id: 'Indicator' })

/** What stands before the indicators of an answer. */
export const INDICATOR_META = z
  .strictObject({
    total: COUNT,
    total_is_lower_bound: z.boolean(),
    limit: COUNT,
    offset: COUNT,
    generated_at: INSTANT.describe('The instant of the newest change.'),
    feed_version: z.string(),
    source: z.string(),
    filters: z
      .strictObject({
        type: z.string(),
        category: z.string(),
        confidence: z.string(),
        industry: z.string(),
        since: z.string(),
        until: z.string()
      })
      .describe('Filters as they were understood; `all` where there is none.')
  })
  .meta({ id: 'IndicatorMeta' })

/** What stands behind them. */
export const PAGE_LINKS = z.strictObject({ self: REFERENCE, next: REFERENCE.nullable() }).meta({ id: 'PageLinks' })

/** A page of indicators. */
export const INDICATOR_LIST = z
  .strictObject({ meta: INDICATOR_META, data: z.array(INDICATOR), links: PAGE_LINKS })
  .meta({ id: 'IndicatorList' })

/** An example of {@link INDICATOR_LIST}. */
export const INDICATOR_LIST_EXAMPLE: z.input<typeof INDICATOR_LIST> = {
  meta: {
    total: 1,
    total_is_lower_bound: false,
    limit: 1,
    offset: 0,
    generated_at: '2026-05-17T10:00:00.000000Z',
    feed_version: '1.0',
    source: 'SOC Defenders',
    filters: { type: 'url', category: 'all', confidence: 'all', industry: 'all', since: 'all', until: 'all' }
  },
  data: [
    {
      id: '38a2b9d6-70c5-5a68-b4a6-68e639d6e1ed',
      type: 'url',
      value: 'http://evil.example/a',
      confidence: 'high',
      first_seen: '2026-05-16T00:00:00Z',
      last_seen: '2026-05-17T00:00:00Z',
      source: {
        article_id: null,
        article_title: null,
        article_url: null,
        reference_url: null,
        feed_name: 'partner',
        category: 'threat-feed',
        origin: 'feed'
      },
      tags: [],
      context: 'malware_download, Emotet',
      mitre_techniques: ['T1071.001'],
      sources: [
        {
          article_id: null,
          article_title: null,
          article_url: null,
          reference_url: null,
          feed_name: 'partner',
          category: 'threat-feed',
          origin: 'feed',
          confidence: 'high',
          first_seen: '2026-05-16T00:00:00Z',
          last_seen: '2026-05-17T00:00:00Z',
          role: 'destination',
          threat_types: ['malware_download'],
          malware_families: ['Emotet'],
          tlp: 'amber'
        }
      ]
    }
  ],
  links: { self: '/api/v1/iocs?type=url&limit=1', next: null }
}

/** An example of the same as CSV. */
export const CSV_EXAMPLE = [
  'id,type,value,confidence,first_seen,last_seen,source_article,source_feed,category,tags',
  '38a2b9d6-70c5-5a68-b4a6-68e639d6e1ed,url,http://evil.example/a,high,2026-05-16T00:00:00Z,2026-05-17T00:00:00Z,,partner,threat-feed,',
  ''
].join('\r\n')
