import { join } from 'node:path'
import { partTwins } from '../corpus/corpus.ts'
import type { CorpusRule } from '../corpus/corpus-rule.ts'
import { makeRules } from '../corpus/make-rules.ts'
import { declaredDifferences } from '../execution/declared-differences.ts'
import { compareGolden } from '../golden.ts'
import { GENERATIONS, type Generation } from '../referees/generation.ts'
import type { Complaint, Referee } from '../referees/referee.ts'
import { VALIDATION } from '../referees/validation.ts'
import { complaintsOf, loadRules } from '../rule-file.ts'
import { queriesFile, queriesText } from '../targets/queries-text.ts'
import { isShipped } from '../targets/target.ts'
import { TARGETS } from '../targets/targets.ts'
import type { Gate } from './mutation.ts'

/** A project that may have a fault, and those who look at what it makes. */
export interface Suspect {
  /** The folder that holds `src` and `pipelines`. */
  readonly root: string
  readonly referees: Readonly<Record<Generation, Referee>>
}

type GateKeeper = (suspect: Suspect) => Promise<readonly string[]>

const SET = 'suspect'

/** Golden and hostile rules as one export would hold them. */
const rulesOf = async ({ root }: Suspect): Promise<readonly CorpusRule[]> => {
  const { known, hostile } = await makeRules(join(root, 'src'))
  return partTwins([...known, ...hostile]).rules
}

/** Has the current tools read the rules, and asks them. */
const asking =
  (ask: (referee: Referee) => Promise<readonly Complaint[]>): GateKeeper =>
  async (suspect) => {
    const rules = await rulesOf(suspect)
    await loadRules(suspect.referees.current, SET, rules)
    return complaintsOf(rules, await ask(suspect.referees.current))
  }

/** The first target, of either generation, whose queries are not the golden ones. */
const compareQueries: GateKeeper = async ({ root, referees }) => {
  const { known } = await makeRules(join(root, 'src'))
  for (const generation of GENERATIONS) await loadRules(referees[generation], SET, known)
  for (const target of TARGETS) {
    const pipelines = target.pipelines.map((pipeline) => (isShipped(pipeline) ? join(root, pipeline) : pipeline))
    const results = await referees[target.generation].convert(SET, { ...target, pipelines })
    const text = queriesText(target, known, new Map(known.map((rule, index) => [rule, results[index]])))
    const changed = compareGolden(queriesFile(target), text, false)
    if (changed.length > 0) return changed
  }
  return []
}

/** What each gate has against the rules and queries of a project; nothing when they are right. */
export const GATE_KEEPERS: Readonly<Record<Gate, GateKeeper>> = {
  reading: async (suspect) => loadRules(suspect.referees.current, SET, await rulesOf(suspect)),
  schema: asking((referee) => referee.schema(SET)),
  validators: asking((referee) => referee.check(SET, VALIDATION)),
  execution: ({ root, referees }) => declaredDifferences(join(root, 'src'), referees.current),
  queries: compareQueries
}
