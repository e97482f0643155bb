import { join } from 'node:path'
import { partTwins } from '../corpus/corpus.ts'
import type { CorpusRule } from '../corpus/corpus-rule.ts'
import { makeRules } from '../corpus/make-rules.ts'
import { declaredDifferences } from '../execution/declared-differences.ts'
import { compareGolden } from '../golden.ts'
import type { Generation } from '../referees/generation.ts'
import type { Complaint, Referee } from '../referees/referee.ts'
import { complaintsOf, loadRules } from '../rule-file.ts'
import { queriesFile, queriesText } from '../targets/queries-text.ts'
import { TARGETS } from '../targets/targets.ts'
import type { Gate } from './mutation.ts'

/** A source folder that may have a fault, and those who look at what it makes. */
export interface Suspect {
  readonly source: string
  readonly referees: Readonly<Record<Generation, Referee>>
  /** The folder of the real feeds and logs. */
  readonly data: string
}

type GateKeeper = (suspect: Suspect) => Promise<readonly string[]>

const VALIDATION = join(import.meta.dirname, '../referees/validation.yml')
const SET = 'suspect'

/** Golden and hostile rules as one export would hold them. */
const rulesOf = async ({ source }: Suspect): Promise<readonly CorpusRule[]> => {
  const { known, hostile } = await makeRules(source)
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

const compareQueries: GateKeeper = async ({ source, referees: { current } }) => {
  const { known } = await makeRules(source)
  await loadRules(current, SET, known)
  const changed: string[] = []
  for (const target of TARGETS) {
    if (target.generation !== 'current') continue
    const results = await current.convert(SET, target)
    const text = queriesText(target, known, new Map(known.map((rule, index) => [rule, results[index]])))
    changed.push(...compareGolden(queriesFile(target), text, false))
  }
  return changed
}

/** What each gate has against the rules of a source folder; nothing when they are right. */
export const GATE_KEEPERS: Readonly<Record<Gate, GateKeeper>> = {
  reading: async (suspect) => loadRules(suspect.referees.current, SET, await rulesOf(suspect)),
  schema: asking((referee) => referee.schema(SET)),
  validators: asking((referee) => referee.check(SET, VALIDATION)),
  execution: ({ source, referees }) => declaredDifferences(source, referees.current),
  queries: compareQueries
}
