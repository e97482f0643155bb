import { formatInstant, INSTANTS_PER_SECOND, SECONDS_PER_DAY, type Day, type Instant } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import type { AuditRecord } from '../audit-store.ts'
import type {
  IndicatorWrite,
  LastSeenWrite,
  NaturalKey,
  Removal,
  StoredIndicator,
  StoreOptions,
  WriteTransaction
} from '../indicator-store.ts'
import { appendAudit } from './append-audit.ts'
import { findStored } from './find-stored.ts'
import { forgetRemoved, forgetVersions } from './forget.ts'
import { readMeta } from './meta.ts'
import { removeIndicator } from './remove-indicator.ts'
import { saveIndicators } from './save-indicators.ts'
import { touchSource } from './touch-source.ts'
import type { WriteParts } from './write-parts.ts'

/** Read days are remembered for longer than any lifetime lasts. */
const MOST_READ_DAYS = 4_000

const MOST_AHEAD = SECONDS_PER_DAY * INSTANTS_PER_SECOND

/** The writing side of a transaction that the store has begun and will end. */
export class SqliteWriteTransaction implements WriteTransaction {
  readonly #parts: WriteParts
  readonly #options: StoreOptions
  readonly #revision: number
  #position: Instant
  #lastStamp: Instant
  #hasStamped = false
  #hasWritten = false
  #isOpen = true

  constructor(parts: WriteParts, options: StoreOptions) {
    const { position, lastStamp, revision } = readMeta(parts.connection)
    this.#parts = parts
    this.#options = options
    this.#position = position
    this.#lastStamp = lastStamp
    this.#revision = revision
  }

  async stamp(count: number): Promise<Instant> {
    this.#requireOpen()
    const now = this.#options.now()
    if (this.#lastStamp - now > MOST_AHEAD && !this.#options.acceptClock) {
      throw new Problem(
        'store_clock',
        `The newest change in ${this.#parts.connection.path} is of ${formatInstant(this.#lastStamp)}, but the clock says ${formatInstant(now)}. Set the clock right or, if it is right, confirm that with --accept-clock.`,
        { details: { newestChange: this.#lastStamp, clock: now } }
      )
    }
    const first = Math.max(now, this.#lastStamp + 1)
    this.#hasStamped = true
    this.#lastStamp = Math.max(this.#lastStamp, first + count - 1)
    return first
  }

  async find(keys: readonly NaturalKey[]): Promise<readonly (StoredIndicator | undefined)[]> {
    this.#requireOpen()
    return findStored(this.#parts.connection, this.#parts.shared, keys)
  }

  async save(writes: readonly IndicatorWrite[]): Promise<readonly number[]> {
    this.#requireOpen()
    for (const { indicator } of writes) this.#wrote(indicator.changed)
    return saveIndicators(this.#parts, writes)
  }

  async touch(writes: readonly LastSeenWrite[]): Promise<void> {
    this.#requireOpen()
    for (const write of writes) {
      if (touchSource(this.#parts, write)) this.#wrote(this.#position)
    }
  }

  async remove(row: number, removal: Removal, at: Instant): Promise<void> {
    this.#requireOpen()
    removeIndicator(this.#parts, row, removal, at)
    this.#wrote(at)
  }

  async markRead(feed: string, day: Day): Promise<void> {
    this.#requireOpen()
    const { connection, feeds } = this.#parts
    const feedId = feeds.write(connection, feed)
    connection.run('INSERT OR IGNORE INTO read_days (feed_id, day) VALUES (?, ?)', feedId, day)
    connection.run('DELETE FROM read_days WHERE feed_id = ? AND day < ?', feedId, day - MOST_READ_DAYS)
  }

  async audit(record: AuditRecord): Promise<void> {
    this.#requireOpen()
    appendAudit(this.#parts.connection, [record])
  }

  async forget(versionsUntil: Instant, removalsUntil: Instant, limit: number): Promise<boolean> {
    this.#requireOpen()
    const { connection } = this.#parts
    // A version is read together with the row of its indicator, which therefore stays for as long as the version does.
    if (!forgetVersions(connection, versionsUntil, limit)) return false
    return forgetRemoved(connection, Math.min(versionsUntil, removalsUntil), limit)
  }

  /** Writes what the transaction came to; nothing more can be done in it. */
  finish(): void {
    this.#isOpen = false
    if (!this.#hasWritten && !this.#hasStamped) return
    this.#parts.connection.run(
      'UPDATE meta SET position = ?, last_stamp = ?, revision = ?',
      this.#position,
      Math.max(this.#lastStamp, this.#position),
      this.#hasWritten ? this.#revision + 1 : this.#revision
    )
  }

  #wrote(changed: Instant): void {
    this.#position = Math.max(this.#position, changed)
    this.#hasWritten = true
  }

  #requireOpen(): void {
    if (!this.#isOpen) throw new Error('the transaction is over')
  }
}
