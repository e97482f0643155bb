import type { Kind } from '../../../src/indicator/kind.ts'
import { goldenIndicator } from '../../golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../golden/rules/seed-style.ts'
import { openSource } from '../open-source.ts'

/** What a rule is made of: a value as a feed writes it, and its role. */
export interface RuleSubject {
  readonly kind: Kind
  readonly value: string
  readonly role?: 'source'
}

/** The rules of subjects as YAML, in order; `undefined` for a value that is no indicator or gives no rule. */
export type RulesOf = (subjects: readonly RuleSubject[]) => readonly (string | undefined)[]

/**
 * The rules as a source folder writes them: the project's own `src`, or a copy with a fault in it. The one place where
 * execution touches the product.
 */
export const rulesOfSource = async (source: string): Promise<RulesOf> => {
  const { normalise, noRuleReason, ruleText } = await openSource(source)

  const ruleOf = ({ kind, value, role }: RuleSubject): string | undefined => {
    const read = normalise(kind, value)
    if ('reason' in read || noRuleReason(read.kind, read.value) !== undefined) return undefined
    const context = role === undefined ? {} : { role }
    return ruleText(goldenIndicator({ kind: read.kind, value: read.value, context }), SEED_STYLE)
  }
  return (subjects) => subjects.map(ruleOf)
}
