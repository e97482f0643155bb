import type { FileOutcome } from '../fill-rule-folder.ts'
import type { RuleType } from './rule-type.ts'

/** What became of a rule that is not as it was. */
export type SyncOutcome = Exclude<FileOutcome, 'unchanged'>

/** The outcomes, in the order in which they are shown. */
export const SYNC_OUTCOMES = ['added', 'changed', 'removed'] as const satisfies readonly SyncOutcome[]

/** A rule that is not as it was. */
export interface SyncedChange {
  readonly outcome: SyncOutcome
  readonly id: string
  /** Hostile text. */
  readonly title: string
  readonly type: RuleType
  /** Of the changes feed; from other servers `new`, `changed` or `gone`. */
  readonly reason: string
}

/** So many changes of one outcome, type and reason. */
export interface ChangeCount extends Pick<SyncedChange, 'outcome' | 'type' | 'reason'> {
  readonly count: number
}

/** What a run did to a folder. */
export interface SyncReport {
  /** The URL of the server's export. */
  readonly server: string
  readonly filters: string
  /** How many indicators a rule may have; `undefined` where each has its own. */
  readonly group: string | undefined
  /** Where the rules came from. */
  readonly by: 'changes feed' | 'export'
  /** Whether the folder holds what the server holds. If not, nothing was removed. */
  readonly isInStep: boolean
  /** Rules in the folder. */
  readonly rules: number
  readonly totals: Readonly<Record<SyncOutcome, number>>
  /** By outcome, then by count. */
  readonly counts: readonly ChangeCount[]
  /** The first changes of each outcome. */
  readonly changes: readonly SyncedChange[]
  readonly notes: readonly string[]
}

/** Counts changes and keeps the first of each outcome. */
export interface ChangeTally {
  add(change: SyncedChange): void
  result(): Pick<SyncReport, 'totals' | 'counts' | 'changes'>
}

/** A tally that keeps so many changes of each outcome. */
export const createTally = (kept: number): ChangeTally => {
  const totals = { added: 0, changed: 0, removed: 0 }
  const counts = new Map<string, ChangeCount>()
  const changes: SyncedChange[] = []
  return {
    add(change) {
      const { outcome, type, reason } = change
      if (totals[outcome]++ < kept) changes.push(change)
      const group = `${outcome} ${type} ${reason}`
      counts.set(group, { outcome, type, reason, count: (counts.get(group)?.count ?? 0) + 1 })
    },
    result: () => ({ totals, changes: inOrder(changes), counts: inOrder([...counts.values()]) })
  }
}

const inOrder = <T extends Pick<SyncedChange, 'outcome'>>(items: readonly T[]): readonly T[] =>
  SYNC_OUTCOMES.flatMap((outcome) => items.filter((item) => item.outcome === outcome))
