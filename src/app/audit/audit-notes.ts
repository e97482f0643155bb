import { Problem } from '../../problem/problem.ts'
import type { AuditRecord } from '../../store/audit-store.ts'

/** Entries that may wait to be written; beyond, nothing more is handed out. */
const MOST_WAITING = 10_000

/** Refusals that may wait; of more within one time of writing nothing is kept. */
const MOST_REFUSALS = 1_000

/** Anybody can be refused as often as he likes, which is not to keep others from what they may have. */
const isRefusal = ({ event }: AuditRecord): boolean => event === 'action_refused' || event === 'network_refused'

/** Gathers records that are frequent, until they are written together. */
export class AuditNotes {
  #waiting: AuditRecord[] = []
  #refusals = 0

  /** Throws `unavailable` when so much waits that it cannot be written, as on a full disk; a refusal is then left out. */
  note(record: AuditRecord): void {
    if (isRefusal(record)) {
      if (this.#refusals >= MOST_REFUSALS) return
      this.#refusals += 1
    } else if (this.#waiting.length - this.#refusals >= MOST_WAITING) {
      throw new Problem('unavailable', 'The audit trail cannot be written.')
    }
    this.#waiting.push(record)
  }

  /** Everything that was noted since it was last taken, in its order. */
  take(): readonly AuditRecord[] {
    const waiting = this.#waiting
    this.#waiting = []
    this.#refusals = 0
    return waiting
  }

  /** Puts back what could not be written, before what has come since. */
  putBack(records: readonly AuditRecord[]): void {
    this.#waiting = [...records, ...this.#waiting]
    this.#refusals += records.filter(isRefusal).length
  }
}
