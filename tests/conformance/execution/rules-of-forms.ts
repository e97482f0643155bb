import type { WrittenRule } from '../rule-file.ts'
import type { FormSet, Subject } from './log-form.ts'
import type { RulesOf } from './rules-of-source.ts'

/** The rule of a declared indicator. */
export interface RuleOfForm extends WrittenRule {
  readonly set: FormSet
  readonly subject: Subject
}

/** An indicator in a sentence, cut where it is long. */
export const named = ({ kind, value }: Subject): string =>
  `${kind} ${value.length > 80 ? `${value.slice(0, 77)}...` : value}`

/** The rules of all indicators of these forms, and whether those give none that must give none. */
export const rulesOfForms = (
  sets: readonly FormSet[],
  rulesOf: RulesOf
): { readonly rules: readonly RuleOfForm[]; readonly differences: readonly string[] } => {
  const placed = sets.flatMap((set) => set.subjects.map((subject) => ({ set, subject })))
  const texts = rulesOf(placed.map(({ subject }) => subject))
  const rules: RuleOfForm[] = []
  const differences: string[] = []
  for (const [index, { set, subject }] of placed.entries()) {
    const text = texts[index]
    if (text !== undefined) rules.push({ set, subject, text })
    if (text === undefined && subject.noRule === undefined) differences.push(`${named(subject)} gives no rule`)
    if (text !== undefined && subject.noRule === true)
      differences.push(`${named(subject)} gives a rule, declared is none`)
  }
  return { rules, differences }
}
