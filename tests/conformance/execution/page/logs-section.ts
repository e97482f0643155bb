import type { LogCount } from '../execute-logs.ts'
import { table } from './markdown.ts'

const row = ({ log, search, values, events, hits, falseHits, missed, elsewhere }: LogCount) => [
  log.name,
  search.role === 'source' ? `${search.kind} (attacking)` : search.kind,
  values,
  events,
  hits,
  falseHits,
  missed,
  elsewhere
]

/** What happened over the real logs, in numbers. */
export const logsSection = (counts: readonly LogCount[]): string => {
  const unseen = counts.flatMap(({ log, missed }) =>
    log.unseen === undefined || missed === 0 ? [] : [`Missed in ${log.name}: ${log.unseen}.`]
  )
  return [
    '## Real logs',
    'Rules are made of every value that occurs in the log and is an indicator, of domains also from the name above, and run over all its events. Which event carries which value is worked out apart from any rule: addresses by their bytes, names by their labels, URLs by host, port and path, hashes by their name. A hit on any other event, of these rules or of those of the examples above, is false.',
    table(
      ['log', 'type', 'values', 'events', 'hits', 'false', 'missed', 'carried by events of other log sources'],
      counts.filter(({ events }) => events > 0).map(row)
    ),
    ...new Set(unseen)
  ].join('\n\n')
}
