import { Problem } from '../../problem/problem.ts'
import type { AuditRecord } from '../../store/audit-store.ts'

/** Entries that may wait to be written; beyond, nothing more is handed out. */
const MOST_WAITING = 10_000

/** Gathers records that are frequent, until they are written together. */
export class AuditNotes {
  #waiting: AuditRecord[] = []

  /** Throws `unavailable` when so much waits that it cannot be written, as on a full disk. */
  note(record: AuditRecord): void {
    if (this.#waiting.length >= MOST_WAITING) throw new Problem('unavailable', 'The audit trail cannot be written.')
    this.#waiting.push(record)
  }

  /** Everything that was noted since it was last taken, in its order. */
  take(): readonly AuditRecord[] {
    const waiting = this.#waiting
    this.#waiting = []
    return waiting
  }

  /** Puts back what could not be written, before what has come since. */
  putBack(records: readonly AuditRecord[]): void {
    this.#waiting = [...records, ...this.#waiting]
  }
}
