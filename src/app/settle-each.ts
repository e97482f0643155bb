import type { Instant } from '../indicator/time.ts'
import type {
  IndicatorWrite,
  LastSeenWrite,
  NaturalKey,
  Removal,
  StoredIndicator,
  WriteTransaction
} from '../store/indicator-store.ts'
import type { Outcome } from './settle-sources.ts'

/** What became of a value. */
export interface Settled {
  readonly outcome: Outcome['kind']
  /** `undefined` where nothing is stored of the value. */
  readonly row: number | undefined
}

/** What outcomes come to for the store; `place` is the outcome's. */
interface Batch {
  readonly writes: { readonly place: number; readonly write: IndicatorWrite }[]
  readonly removals: { readonly place: number; readonly removal: Removal; readonly at: Instant }[]
  readonly touches: LastSeenWrite[]
}

const isChange = ({ kind }: Outcome): boolean => kind !== 'unchanged'

/** Gives every change an instant of its own, from `first` on. */
const batchOf = (outcomes: readonly Outcome[], first: Instant): Batch => {
  const batch: Batch = { writes: [], removals: [], touches: [] }
  let at = first
  for (const [place, outcome] of outcomes.entries()) {
    switch (outcome.kind) {
      case 'unchanged':
        if ('write' in outcome) batch.writes.push({ place, write: outcome.write })
        else batch.touches.push(...outcome.touch)
        break
      case 'removed':
        batch.removals.push({ place, removal: outcome.removal, at: at++ })
        break
      case 'expired':
        batch.writes.push({ place, write: outcome.write(at) })
        batch.removals.push({ place, removal: outcome.removal, at: at++ })
        break
      case 'new':
      case 'changed':
        batch.writes.push({ place, write: outcome.write(at++) })
    }
  }
  return batch
}

/** Writes a batch; gives the row of every place that it wrote. */
const writeBatch = async (
  transaction: WriteTransaction,
  { writes, removals, touches }: Batch,
  stored: readonly (StoredIndicator | undefined)[]
): Promise<ReadonlyMap<number, number>> => {
  const saved = writes.length === 0 ? [] : await transaction.save(writes.map(({ write }) => write))
  const rows = new Map(writes.map(({ place }, index) => [place, saved[index] ?? 0]))
  for (const { place, removal, at } of removals) {
    await transaction.remove(rows.get(place) ?? stored[place]?.row ?? 0, removal, at)
  }
  if (touches.length > 0) await transaction.touch(touches)
  return rows
}

/**
 * Settles values in one transaction: finds what is stored, decides, stamps the changes, writes. Gives what became of
 * each, in the order of the keys. With `dryRun` nothing is written.
 */
export const settleEach = async (
  transaction: WriteTransaction,
  keys: readonly NaturalKey[],
  decide: (stored: StoredIndicator | undefined, index: number) => Outcome,
  dryRun = false
): Promise<readonly Settled[]> => {
  const stored = await transaction.find(keys)
  const outcomes = keys.map((_, index) => decide(stored[index], index))
  const changes = outcomes.filter(isChange).length
  const first = changes === 0 || dryRun ? 0 : await transaction.stamp(changes)
  const rows = dryRun ? undefined : await writeBatch(transaction, batchOf(outcomes, first), stored)
  return outcomes.map(({ kind }, index) => ({ outcome: kind, row: rows?.get(index) ?? stored[index]?.row }))
}
