import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Referee } from '../referees/referee.ts'
import { executeSearch, type SearchCount } from './execute-search.ts'
import { LOGS } from './logs.ts'
import type { LogEvent, RealLog, Search } from './real-log.ts'
import type { RulesOf } from './rules-of-source.ts'

/** One line of what happened over a real log. */
export interface LogCount extends SearchCount {
  readonly log: RealLog
  readonly search: Search
}

const eventsOf = (log: RealLog, folder: string): readonly LogEvent[] =>
  readdirSync(folder)
    .sort()
    .filter(log.isIn)
    .flatMap((file) => log.read(readFileSync(join(folder, file), 'utf8')))

const differencesOf = ({ log, search, falseHits, missed, failures }: LogCount): readonly string[] => {
  const place = `${log.name}, ${search.kind}`
  return [
    ...failures.map((failure) => `${place}: ${failure}`),
    ...(falseHits > 0 ? [`${place}: ${falseHits} hits on events that do not carry the value`] : []),
    ...(missed > 0 && log.unseen === undefined ? [`${place}: ${missed} events that carry the value are missed`] : [])
  ]
}

/** Runs rules made from values of the real logs in a folder over all events of those logs. */
export const executeLogs = async (
  folder: string,
  rulesOf: RulesOf,
  referee: Referee
): Promise<{ readonly counts: readonly LogCount[]; readonly differences: readonly string[] }> => {
  const counts: LogCount[] = []
  const absent: string[] = []
  for (const log of LOGS) {
    const events = eventsOf(log, folder)
    if (events.length === 0) absent.push(`${log.name}: ${folder} holds no such events`)
    for (const search of log.searches) {
      counts.push({ log, search, ...(await executeSearch(search, events, rulesOf, referee)) })
    }
  }
  return { counts, differences: [...absent, ...counts.flatMap(differencesOf)] }
}
