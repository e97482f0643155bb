import { createHash } from 'node:crypto'
import type { AuditHead, AuditRecord } from './audit-store.ts'

/** The head of a trail without entries. */
export const NO_AUDIT: AuditHead = { count: 0, hash: '0'.repeat(64) }

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** The details of a record as JSON, by name, so that the same details give the same text. */
export const detailsText = ({ details }: Pick<AuditRecord, 'details'>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(details).sort(byName)))

/** The canonical text of an entry: a JSON array of everything that is kept of it. `details` is a text in it. */
export const entryText = (number: number, record: Omit<AuditRecord, 'details'>, details: string): string =>
  JSON.stringify([number, record.at, record.actor, record.event, details])

/** SHA-256 over the hash before, a line break and the canonical text, lower-case hex. */
export const chainHash = (before: string, text: string): string =>
  createHash('sha256').update(`${before}\n${text}`, 'utf8').digest('hex')
