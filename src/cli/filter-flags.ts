import { parseFilters, type Filters } from '../app/filters.ts'
import { parseGroupSize } from '../app/groups/group-size.ts'
import { invalidParameter } from '../app/invalid-parameter.ts'
import { CONFIDENCES } from '../indicator/confidence.ts'
import { KINDS, type Kind } from '../indicator/kind.ts'
import { SECTORS } from '../indicator/sector.ts'
import { valueFlag, type FlagValues } from './flag.ts'

const ALL = 'all'

const parseLimit = (text: string, name: string): number => {
  if (text === ALL) return Number.POSITIVE_INFINITY
  const limit = Number(text)
  if (/^[0-9]+$/.test(text) && limit >= 1 && Number.isSafeInteger(limit)) return limit
  throw invalidParameter(name, text, { reason: 'it is neither a whole number from 1 on nor "all"' })
}

/** Which indicators a command is about. Words and meaning are those of the API. */
export const FILTER_FLAGS = {
  type: valueFlag(
    'TYPES',
    { summary: `only these, separated by commas: ${KINDS.join(' ')}`, offer: KINDS },
    (text) => parseFilters({ type: text }).kinds
  ),
  since: valueFlag(
    'TIME',
    { summary: 'only what was added or changed after: 2026-05-17, 2026-05-17T10:00:00Z' },
    (text) => parseFilters({ since: text }).since
  ),
  confidence: valueFlag(
    'LEVELS',
    { summary: 'only exactly these: high medium low', offer: CONFIDENCES },
    (text) => parseFilters({ confidence: text }).confidences
  ),
  industry: valueFlag(
    'SECTORS',
    { summary: 'only those about any of these sectors', offer: SECTORS },
    (text) => parseFilters({ industry: text }).industries
  ),
  limit: valueFlag('N|all', { summary: 'so many rules at most (default: all)', offer: [ALL] }, parseLimit)
} as const

/** How many indicators a rule may stand for. */
export const GROUP_FLAG = valueFlag(
  'N|auto',
  { summary: 'one rule for at most so many indicators; auto: 500, or 100 URLs or hashes', offer: ['auto'] },
  (text, name) => parseGroupSize(name, text)
)

/** The filters of flags; `defaultKinds` holds where no type is named. */
export const filtersOf = (flags: FlagValues<typeof FILTER_FLAGS>, defaultKinds: readonly Kind[]): Filters => ({
  kinds: flags.type ?? defaultKinds,
  confidences: flags.confidence,
  industries: flags.industry,
  since: flags.since
})
