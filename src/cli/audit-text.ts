import type { World } from '../app/world.ts'
import { formatInstant } from '../indicator/time.ts'
import { textTable } from './text-table.ts'

type Store = Awaited<ReturnType<World['openStore']>>
type AuditEntry = Awaited<ReturnType<Store['audit']['last']>>[number]

const second = (instant: string): string => instant.slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replace('T', ' ')

const detailText = (details: AuditEntry['details']): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ')

/** Entries of the audit trail for people. */
export const auditTable = (entries: readonly AuditEntry[]): readonly string[] =>
  textTable([
    ['ENTRY', 'TIME (UTC)', 'WHO', 'WHAT', 'DETAILS'],
    ...entries.map(({ number, at, actor, event, details }) => [
      String(number),
      second(formatInstant(at)),
      actor,
      event,
      detailText(details)
    ])
  ])

/** An entry for programs. */
export const auditJson = ({ number, at, actor, event, details, hash }: AuditEntry): object => ({
  entry: number,
  at: formatInstant(at),
  actor,
  event,
  details,
  hash
})
