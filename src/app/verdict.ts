import { noRuleReason } from '../detect/no-rule-reason.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Kind } from '../indicator/kind.ts'

/** List and entry of the guard that stop a value, as a text for people; `undefined` lets it pass. */
export type GuardedBy = (kind: Kind, value: string) => string | undefined

/** A guard that stops nothing. */
export const UNGUARDED = async (): Promise<GuardedBy> => () => undefined

/** Whether a value gives a rule, and what stops it. */
export type Verdict = Pick<Indicator, 'noRule' | 'guardedBy'>

/** The verdict over a value. The guard is only asked about what could give a rule. */
export const verdictOf = (kind: Kind, value: string, guardedBy: GuardedBy): Verdict => {
  const noRule = noRuleReason(kind, value)
  if (noRule !== undefined) return { noRule, guardedBy: undefined }
  const guarded = guardedBy(kind, value)
  return { noRule: guarded === undefined ? undefined : 'guarded', guardedBy: guarded }
}
