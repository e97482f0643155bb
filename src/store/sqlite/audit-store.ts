import type { Instant } from '../../indicator/time.ts'
import { entryText } from '../audit-chain.ts'
import type { AuditEntry, AuditHead, AuditRange, AuditRecord, AuditStore } from '../audit-store.ts'
import { appendAudit, readAuditHead } from './append-audit.ts'
import type { StoreAccess } from './store-access.ts'

type Row = readonly [number: number, at: Instant, actor: string, event: string, details: string, hash: string]

const COLUMNS = 'number, at, actor, event, details, hash'

/** What somebody wrote over may be no JSON; the chain tells that, and nothing here fails. */
const detailsOf = (text: string): AuditRecord['details'] => {
  try {
    return JSON.parse(text) as AuditRecord['details']
  } catch {
    return { unreadable: text }
  }
}

const entryOf = ([number, at, actor, event, details, hash]: Row): AuditEntry => ({
  number,
  at,
  actor,
  event,
  details: detailsOf(details),
  text: entryText(number, { at, actor, event }, details),
  hash
})

const AFTER = `SELECT ${COLUMNS} FROM audit WHERE number > ? ORDER BY number LIMIT ?`

/** The audit trail in the store's own database. Its statements are by hand: pages are read until the end. */
export class SqliteAuditStore implements AuditStore {
  readonly #access: StoreAccess

  constructor(access: StoreAccess) {
    this.#access = access
  }

  async append(records: readonly AuditRecord[]): Promise<AuditHead> {
    return this.#access.writeByHand(async (connection) => appendAudit(connection, records))
  }

  async head(): Promise<AuditHead> {
    return this.#access.look(readAuditHead)
  }

  async entries(after: number, limit: number): Promise<readonly AuditEntry[]> {
    return this.#access.look((connection) => connection.all<Row>(AFTER, after, limit)).map(entryOf)
  }

  async last({ since, event }: AuditRange, limit: number): Promise<readonly AuditEntry[]> {
    const conditions = [
      ...(since === undefined ? [] : [{ sql: 'at >= ?', value: since }]),
      ...(event === undefined ? [] : [{ sql: 'event = ?', value: event }])
    ]
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`
    const sql = `SELECT ${COLUMNS} FROM audit ${where} ORDER BY number DESC LIMIT ?`
    const values = conditions.map(({ value }) => value)
    return this.#access
      .look((connection) => connection.all<Row>(sql, ...values, limit))
      .map(entryOf)
      .reverse()
  }
}
