import type { Referee } from '../referees/referee.ts'
import type { WrittenRule } from '../rule-file.ts'
import { convertWritten } from './convert-written.ts'
import { plainHashes, sigma } from './engines/sigma-engine.ts'
import { openEventTable } from './event-table.ts'
import { FORMS } from './forms.ts'
import type { LogEvent, Search } from './real-log.ts'
import type { RulesOf, RuleSubject } from './rules-of-source.ts'

/** What rules made from values of one kind did with the events of a real log. */
export interface SearchCount {
  /** Values of the kind that occur in the log. */
  readonly values: number
  /** Events that the rules read. */
  readonly events: number
  /** Hits of a rule on an event that carries its value. */
  readonly hits: number
  /** Hits of a rule, of a value or of a declared example, on an event that does not carry its value. */
  readonly falseHits: number
  /** Events that carry the value of a rule that reads them and does not hit. */
  readonly missed: number
  /** Events that carry the value of a rule and are of a log source that it does not read. */
  readonly elsewhere: number
  /** Why queries did not run. */
  readonly failures: readonly string[]
}

interface WantedRule extends WrittenRule {
  /** Undefined for a declared example, which no real event carries. */
  readonly value: string | undefined
}

const readersOf = ({ logSource, pipeline }: Search) =>
  FORMS.filter((set) => set.logSource === logSource && set.pipeline === pipeline).flatMap(({ subjects }) => subjects)

const fieldsOf = (search: Search): readonly string[] => [
  ...new Set(readersOf(search).flatMap(({ forms }) => forms.flatMap(({ event }) => Object.keys(event))))
]

const rulesFor = (search: Search, events: readonly LogEvent[], rulesOf: RulesOf): readonly WantedRule[] => {
  const { kind, role } = search
  const values = [...new Set(events.flatMap(({ fields }) => search.valuesOf(fields)))]
  const own = values.map((value): RuleSubject => (role === undefined ? { kind, value } : { kind, value, role }))
  const texts = rulesOf([...own, ...readersOf(search)])
  return texts.flatMap((text, index) => (text === undefined ? [] : [{ text, value: values[index] }]))
}

/** Runs rules made from the values of a log over its events, and counts by what the events carry. */
export const executeSearch = async (
  search: Search,
  all: readonly LogEvent[],
  rulesOf: RulesOf,
  referee: Referee
): Promise<SearchCount> => {
  const { route, shape } = search.pipeline === undefined ? sigma : plainHashes
  const isRead = ({ logSources }: LogEvent): boolean => logSources.includes(search.logSource)
  const read = all.filter(isRead)
  const rules = await convertWritten(referee, rulesFor(search, all, rulesOf), route)
  const table = openEventTable(
    read.map(({ fields }) => fields),
    { ...shape, columns: fieldsOf(search) }
  )
  const done = rules.map(({ value, converted }) => {
    const { events: found, failure } = table.find(converted)
    const carriers = value === undefined ? [] : all.filter(({ fields }) => search.carries(fields, value))
    const hits = read.filter((event, index) => found.has(index) && carriers.includes(event)).length
    const carriersRead = carriers.filter(isRead).length
    return {
      hits,
      falseHits: found.size - hits,
      missed: carriersRead - hits,
      elsewhere: carriers.length - carriersRead,
      failure
    }
  })
  table.close()
  const sum = (name: 'hits' | 'falseHits' | 'missed' | 'elsewhere'): number =>
    done.reduce((total, count) => total + count[name], 0)
  return {
    values: rules.filter(({ value }) => value !== undefined).length,
    events: read.length,
    hits: sum('hits'),
    falseHits: sum('falseHits'),
    missed: sum('missed'),
    elsewhere: sum('elsewhere'),
    failures: done.flatMap(({ failure }) => failure ?? [])
  }
}
