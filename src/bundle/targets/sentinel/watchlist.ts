import { formatSeconds } from '../../../indicator/time.ts'
import { stixIndicator } from '../../../stix/indicator-object.ts'
import type { Bundle } from '../../bundle.ts'
import { csvRow } from '../../csv-row.ts'
import { CLASSED_KINDS, type ClassedEntry, classedEntries } from '../../indicator-class.ts'

/**
 * A workspace takes 100,000 changes of watchlists a month. A list of this size can be deleted and loaded every day.
 * https://learn.microsoft.com/azure/sentinel/sentinel-service-limits
 */
export const MOST_ROWS = 1_500

/** A watchlist that comes in a request has at most 3.8 MB; its cells are ASCII, and quotes get an escape in JSON. */
const MOST_CHARACTERS = 3_400_000

/** Where a small set stands as a watchlist, and the analytics rules over it. */
export const WATCHLIST = { list: 'watchlist/sigmill.csv', rules: 'watchlist/analytics-rules.json' }

export const COLUMNS = ['Value', 'Class', 'RuleId', 'Title', 'Level', 'Confidence', 'Tlp', 'ValidUntil', 'Why']

const row = ({ indicator, indicatorClass, rule, validUntil }: ClassedEntry, { publisher, whyUrl }: Bundle): string => {
  const { name, confidence } = stixIndicator(indicator, { publisher })
  return csvRow([
    indicator.value,
    indicatorClass,
    indicator.id,
    name,
    rule.level,
    String(confidence),
    indicator.context.tlp ?? '',
    formatSeconds(validUntil),
    whyUrl?.(indicator.id) ?? ''
  ])
}

/** The set as a watchlist; `undefined` where it is too large for one, or only a part of it, as a delta is. */
export const watchlistText = async (bundle: Bundle): Promise<string | undefined> => {
  if (bundle.since !== undefined) return undefined
  let text = csvRow(COLUMNS)
  let rows = 0
  for await (const entry of classedEntries(bundle.entries(CLASSED_KINDS))) {
    text += row(entry, bundle)
    rows += 1
    if (rows > MOST_ROWS || text.length > MOST_CHARACTERS) return undefined
  }
  return text
}
