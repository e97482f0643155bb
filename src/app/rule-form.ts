import type { Problem } from '../problem/problem.ts'
import { invalidParameter } from './invalid-parameter.ts'

/** What each rule of a folder is for: one indicator, or a group of them. */
export type RuleForm = 'single' | 'grouped'

const WORDS: Readonly<Record<RuleForm, string>> = {
  single: 'one rule for each indicator',
  grouped: 'grouped rules'
}

/** The form of rules for so many indicators each; `undefined` is one. */
export const formOf = (group: string | number | undefined): RuleForm => (group === undefined ? 'single' : 'grouped')

/**
 * Refuses to turn a folder of grouped rules into one of single rules, or the other way about: every rule in it would get
 * another id, and be deployed twice for a while. `held` is the form of the folder, where it has one.
 */
export const requireSameForm = (held: RuleForm | undefined, group: string | number | undefined): void => {
  if (held !== undefined && held !== formOf(group)) throw otherForm(held, group)
}

const otherForm = (held: RuleForm, group: string | number | undefined): Problem =>
  invalidParameter('--group', group === undefined ? undefined : String(group), {
    reason: `the folder holds ${WORDS[held]}, and grouped and single rules are not mixed; name another folder, or an empty one`
  })
