import { FEED_FORMATS } from '../api/bodies/feed-formats.ts'
import type { FeedDefaults } from '../app/accept.ts'
import { parseFilters } from '../app/filters.ts'
import type { IngestOptions } from '../app/ingest-options.ts'
import { invalidParameter } from '../app/invalid-parameter.ts'
import { ROLES } from '../indicator/context.ts'
import { parseInstant } from '../indicator/parse-instant.ts'
import { POLICY_THREATS } from '../indicator/policy-threat.ts'
import { SECTORS, type Sector } from '../indicator/sector.ts'
import { INSTANTS_PER_SECOND, type Seconds } from '../indicator/time.ts'
import { TLPS } from '../indicator/tlp.ts'
import { choiceFlag, textFlag, valueFlag, type Flag, type FlagValues } from './flag.ts'

const parseFirstSeen = (text: string, name: string): Seconds => {
  const instant = parseInstant(text)
  if (instant !== undefined) return Math.floor(instant / INSTANTS_PER_SECOND)
  throw invalidParameter(name, text, {
    reason: 'it is neither a date nor an ISO 8601 timestamp with a zone',
    allowed: ['2026-05-17', '2026-05-17T10:00:00Z']
  })
}

/** `value=Indicator,type=Kind`: the role of a column, then its name in the header. */
const parseColumns = (text: string, name: string): Readonly<Record<string, string>> => {
  const pairs = text.split(',').map((part): [string, string] => {
    const [role = '', ...column] = part.split('=')
    if (role.trim() !== '' && column.length > 0) return [column.join('=').trim(), role.trim()]
    throw invalidParameter(name, text, {
      reason: `"${part.trim()}" is not of the form role=column, as in value=Indicator,type=Kind`
    })
  })
  return Object.fromEntries(pairs)
}

/** A flag with a comma-separated list of sectors. */
export const sectorsFlag = (summary: string): Flag<readonly Sector[] | undefined> =>
  valueFlag('SECTORS', { summary, offer: SECTORS }, (text) => parseFilters({ industry: text }).industries)

/** What may be said of a feed that does not say it itself. */
export const FEED_FLAGS = {
  format: choiceFlag('FORMAT', 'read every PATH as this format instead of recognising it', FEED_FORMATS),
  feed: textFlag('NAME', { summary: 'the feed that the indicators count as from' }),
  role: choiceFlag('ROLE', 'whether addresses attack or scan, or are contacted', ROLES),
  threatType: valueFlag(
    'TYPES',
    { summary: 'its threat types, separated by commas, where it names none', offer: POLICY_THREATS },
    (text) => text.split(',').map((type) => type.trim())
  ),
  tlp: choiceFlag('TLP', 'the TLP level where the feed states none', TLPS),
  licence: textFlag('TEXT', { summary: 'the licence of the feed' }),
  firstSeen: valueFlag('DATE', { summary: 'first seen, where the feed states none' }, parseFirstSeen),
  columns: valueFlag(
    'ROLE=COLUMN,...',
    { summary: 'which column of a table holds what: value=Indicator,type=Kind' },
    parseColumns
  )
} as const

/** How a run reads its inputs, from flags. */
export const ingestOptions = (
  flags: FlagValues<typeof FEED_FLAGS>,
  said: Pick<FeedDefaults, 'confidence' | 'industries'>
): Pick<IngestOptions, 'feed' | 'format' | 'columns' | 'defaults'> => ({
  feed: flags.feed,
  format: flags.format,
  columns: flags.columns,
  defaults: {
    confidence: said.confidence,
    industries: said.industries,
    role: flags.role,
    threatTypes: flags.threatType,
    tlp: flags.tlp,
    licence: flags.licence,
    firstSeen: flags.firstSeen
  }
})
