import type { Guard, GuardHit } from '../../guard/guard.ts'
import type { NaturalKey } from '../../store/indicator-store.ts'
import { keyOfValue } from '../find-indicator.ts'

/** What the guard says of a value. */
export interface GuardedValue extends NaturalKey {
  /** What keeps it from becoming a rule; `undefined` lets it. */
  readonly verdict: GuardHit | undefined
  /** All entries that cover it, also those that only inform. */
  readonly hits: readonly GuardHit[]
}

/** Holds a value, written in any way and named so in a refusal, against the guard. Throws `invalid_parameter`. */
export const tryGuard = (guard: Guard, text: string, name?: string): GuardedValue => {
  const { kind, value } = keyOfValue(text, name)
  return { kind, value, verdict: guard.verdict(kind, value), hits: guard.hits(kind, value) }
}
