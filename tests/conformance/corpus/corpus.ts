import { idOf, type CorpusRule } from './corpus-rule.ts'
import { makeRules, type MadeRules } from './make-rules.ts'
import { realRules } from './real-rules.ts'

/** The rules that the referees see. */
export interface Corpus extends MadeRules {
  /** Rules of real feeds. */
  readonly real: readonly CorpusRule[]
  /** All of them, but no id twice: what an export would hold. */
  readonly rules: readonly CorpusRule[]
  /** Known and hostile rules of an indicator that has a rule already, so that they cannot stand in one export with it. */
  readonly twins: readonly CorpusRule[]
}

/** The least that the run promises of real rules, and a little more. */
const REAL_RULES = 5_200

/** Parts rules into those that can stand in one file and those whose id is there already. */
export const partTwins = (all: readonly CorpusRule[]): Pick<Corpus, 'rules' | 'twins'> => {
  const seen = new Set<string>()
  const rules: CorpusRule[] = []
  const twins: CorpusRule[] = []
  for (const rule of all) {
    const id = idOf(rule)
    if (seen.has(id)) twins.push(rule)
    else rules.push(rule)
    seen.add(id)
  }
  return { rules, twins }
}

/** Everything that the run looks at: the golden and hostile rules of `src`, and rules of the real feeds. */
export const gatherCorpus = async (source: string, data: string): Promise<Corpus> => {
  const { known, hostile } = await makeRules(source)
  const real = realRules(data, REAL_RULES)
  return { known, hostile, real, ...partTwins([...known, ...hostile, ...real]) }
}
