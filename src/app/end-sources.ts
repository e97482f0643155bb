import type { FeedRow, IndicatorStore, StoredIndicator } from '../store/indicator-store.ts'
import { settleEach } from './settle-each.ts'
import { type Ended, type Outcome, settleSources } from './settle-sources.ts'

/** Rows that one writing transaction settles: short enough that other writers get their turn. */
const ROWS_PER_TRANSACTION = 500

/**
 * Settles stored indicators of which some sources have ended, in small transactions; `endedOf` tells which. Aborted
 * between two of them, it throws the reason. Gives how
 * many lost a source.
 */
export const endSources = async (
  store: IndicatorStore,
  rows: readonly FeedRow[],
  endedOf: (stored: StoredIndicator) => readonly Ended[],
  signal?: AbortSignal
): Promise<number> => {
  let concerned = 0
  const decide = (stored: StoredIndicator | undefined): Outcome => {
    const ended = stored === undefined ? [] : endedOf(stored)
    if (stored === undefined || ended.length === 0) return { kind: 'unchanged', touch: [] }
    concerned++
    const { indicator } = stored
    return settleSources(stored, { key: indicator, verdict: indicator, renewed: [], ended, overdue: [] })
  }
  for (let start = 0; start < rows.length; start += ROWS_PER_TRANSACTION) {
    signal?.throwIfAborted()
    const page = rows.slice(start, start + ROWS_PER_TRANSACTION)
    await store.write((transaction) => settleEach(transaction, page, decide))
  }
  return concerned
}
