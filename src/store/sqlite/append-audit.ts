import { chainHash, detailsText, entryText } from '../audit-chain.ts'
import type { AuditHead, AuditRecord } from '../audit-store.ts'
import type { Connection } from './connection.ts'

/** The head of the trail as this connection sees it. */
export const readAuditHead = (connection: Connection): AuditHead => {
  const [row] = connection.all<[count: number, hash: string]>('SELECT count, hash FROM audit_head')
  if (row === undefined) throw new Error('the store has no head of its audit trail')
  const [count, hash] = row
  return { count, hash }
}

const INSERT = 'INSERT INTO audit (number, at, actor, event, details, hash) VALUES (?, ?, ?, ?, ?, ?)'

/** Appends records to the trail, in the transaction that is under way; gives the new head. */
export const appendAudit = (connection: Connection, records: readonly AuditRecord[]): AuditHead => {
  let { count, hash } = readAuditHead(connection)
  for (const record of records) {
    const details = detailsText(record)
    count += 1
    hash = chainHash(hash, entryText(count, record, details))
    connection.run(INSERT, count, record.at, record.actor, record.event, details, hash)
  }
  connection.run('UPDATE audit_head SET count = ?, hash = ?', count, hash)
  return { count, hash }
}
