import type { storeStats } from '../app/store-stats.ts'
import { NO_RULE_REASONS } from '../indicator/indicator.ts'
import { formatDay, formatInstant, type Instant } from '../indicator/time.ts'
import { formatCount, textTable } from './text-table.ts'

type Stats = Awaited<ReturnType<typeof storeStats>>

const instantText = (instant: Instant | undefined): string => (instant === undefined ? 'never' : formatInstant(instant))

const countTable = (title: string, counts: Readonly<Record<string, number>>): readonly string[] => [
  '',
  title,
  ...textTable(Object.entries(counts).map(([name, count]) => [`  ${name}`, formatCount(count)]))
]

const noRuleText = (reasons: Stats['byNoRule']): readonly string[] => {
  const counts = new Map(Object.entries(reasons))
  return Object.entries(NO_RULE_REASONS)
    .map(([reason, sentence]) => ({ reason, sentence, count: counts.get(reason) ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ reason, sentence, count }) => `  ${reason}: ${formatCount(count)} (${sentence})`)
}

/** Figures of a store for people. */
export const statsText = (stats: Stats): readonly string[] => [
  ...textTable([
    ['indicators', formatCount(stats.indicators)],
    ['without a rule', formatCount(stats.withheld)],
    ['removed', formatCount(stats.removed)],
    ['first added', instantText(stats.firstAdded)],
    ['newest change', instantText(stats.newestChange)]
  ]),
  ...noRuleText(stats.byNoRule),
  ...countTable('by type', stats.byKind),
  ...countTable('by confidence', stats.byConfidence),
  ...(stats.feeds.length === 0 ? [] : ['', 'by feed']),
  ...textTable(
    stats.feeds.map(({ feed, indicators, lastSeen }) => [
      `  ${feed}`,
      formatCount(indicators),
      `last seen ${formatDay(lastSeen)}`
    ])
  )
]

/** Figures of a store for programs. */
export const statsJson = (stats: Stats): unknown => ({
  indicators: stats.indicators,
  withheld: stats.withheld,
  removed: stats.removed,
  by_type: stats.byKind,
  by_confidence: stats.byConfidence,
  by_no_rule: stats.byNoRule,
  feeds: stats.feeds.map(({ feed, indicators, lastSeen }) => ({ feed, indicators, last_seen: formatDay(lastSeen) })),
  first_added: stats.firstAdded === undefined ? null : formatInstant(stats.firstAdded),
  newest_change: stats.newestChange === undefined ? null : formatInstant(stats.newestChange)
})
