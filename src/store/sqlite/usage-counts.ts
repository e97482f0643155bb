import type { Day } from '../../indicator/time.ts'
import { USAGE_MEASURES, type UsageCount, type UsageMeasure } from '../counter-store.ts'
import type { Connection } from './connection.ts'

const add = (merge: string): string => `INSERT INTO usage_counts (key_id, day, measure, item, count)
  VALUES (?, ?, ?, ?, ?) ON CONFLICT (key_id, day, measure, item) DO UPDATE SET count = ${merge}`

const ADD = { sum: add('count + excluded.count'), max: add('max(count, excluded.count)') } as const

const ADD_REQUESTS = `INSERT INTO request_totals (key_id, requests) VALUES (?, ?)
  ON CONFLICT (key_id) DO UPDATE SET requests = requests + excluded.requests`

/** Adds figures to those that are there. What is counted by status counts into the total of its key, too. */
export const addUsage = (connection: Connection, counts: readonly UsageCount[]): void => {
  for (const { keyId, day, measure, item, count } of counts) {
    connection.run(ADD[USAGE_MEASURES[measure]], keyId, day, measure, item, count)
    if (measure === 'status') connection.run(ADD_REQUESTS, keyId, count)
  }
}

/** All requests of all keys, by their ids. */
export const readRequestTotals = (connection: Connection): ReadonlyMap<string, number> =>
  new Map(connection.all<[keyId: string, requests: number]>('SELECT key_id, requests FROM request_totals'))

const READ = 'SELECT day, measure, item, count FROM usage_counts WHERE key_id = ? AND day >= ?'

/** The figures of a key from a day on. */
export const readUsage = (connection: Connection, keyId: string, from: Day): readonly UsageCount[] =>
  connection
    .all<[day: Day, measure: UsageMeasure, item: string, count: number]>(READ, keyId, from)
    .map(([day, measure, item, count]) => ({ keyId, day, measure, item, count }))
