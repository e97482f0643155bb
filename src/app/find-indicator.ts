import { dayOfInstant, formatDay, type Instant } from '../indicator/time.ts'
import { recognise } from '../indicator/recognise.ts'
import { isRejection, REJECT_REASONS } from '../indicator/rejection.ts'
import { Problem } from '../problem/problem.ts'
import type { IndicatorStore, NaturalKey, StoredIndicator } from '../store/indicator-store.ts'
import type { Acting } from './audit/acting.ts'
import { auditRecord } from './audit/audit-record.ts'
import { inView } from './in-view.ts'
import { invalidParameter } from './invalid-parameter.ts'

/** The natural key that a person means by a value, in any spelling, which is named so in a refusal. */
export const keyOfValue = (text: string, name = 'VALUE'): NaturalKey => {
  const identified = recognise(text)
  if (isRejection(identified)) throw invalidParameter(name, text, { reason: REJECT_REASONS[identified.reason] })
  return identified
}

/** What the store holds of a value, also when it was removed. */
export const findIndicator = async (store: IndicatorStore, text: string): Promise<StoredIndicator> => {
  const key = keyOfValue(text)
  const stored = await inView(store, async (view) => view.find(key))
  if (stored === undefined) throw new Problem('not_found', `The store holds no ${key.kind} ${key.value}.`)
  return stored
}

/** Removes an indicator with everything that was seen of it so far; a later sighting returns it. Gives the instant. */
export const removeIndicator = async ({ store, clock, actor }: Acting, text: string, why: string): Promise<Instant> => {
  const key = keyOfValue(text)
  return store.write(async (transaction) => {
    const [stored] = await transaction.find([key])
    if (stored === undefined) throw new Problem('not_found', `The store holds no ${key.kind} ${key.value}.`)
    if (stored.removed !== undefined) {
      const day = formatDay(dayOfInstant(stored.removed.at))
      throw new Problem('not_found', `${key.kind} ${key.value} was already removed on ${day}: ${stored.removed.why}`)
    }
    const at = await transaction.stamp(1)
    await transaction.remove(stored.row, { reason: 'removed', why }, at)
    await transaction.audit(auditRecord(clock, actor, 'indicator_removed', { type: key.kind, value: key.value, why }))
    return at
  })
}
