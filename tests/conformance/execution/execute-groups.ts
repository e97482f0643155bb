import { goldenIndicator } from '../../golden/rules/golden-indicator.ts'
import type { CorpusRule } from '../corpus/corpus-rule.ts'
import { groupedRules } from '../corpus/grouped-rules.ts'
import type { MadeRule } from '../corpus/make-rules.ts'
import { recipeOfIndicator } from '../corpus/recipe-of.ts'
import { openSource } from '../open-source.ts'
import type { Generation } from '../referees/generation.ts'
import type { Referee } from '../referees/referee.ts'
import { SEED_STYLE } from '../../golden/rules/seed-style.ts'
import { convertWritten } from './convert-written.ts'
import type { Engine } from './engine.ts'
import { ENGINES } from './engines.ts'
import { openEventTable } from './event-table.ts'
import { FORMS } from './forms.ts'
import type { FormSet, Subject } from './log-form.ts'

/** What grouped rules did beside their members' rules. */
export interface GroupExecution {
  readonly pairs: number
  readonly differences: readonly string[]
}

/** The single rules of declared indicators. */
const singlesOf = async (source: string, subjects: readonly Subject[]): Promise<readonly MadeRule[]> => {
  const { normalise, noRuleReason, ruleText } = await openSource(source)
  return subjects.flatMap(({ kind, value, role }) => {
    const read = normalise(kind, value)
    if ('reason' in read || noRuleReason(read.kind, read.value) !== undefined) return []
    const context = role === undefined ? {} : { role }
    const indicator = goldenIndicator({ kind: read.kind, value: read.value, context })
    return [{ name: value, recipe: recipeOfIndicator(indicator), indicator, text: ruleText(indicator, SEED_STYLE) }]
  })
}

const executeSets = async (
  engine: Engine,
  sets: readonly FormSet[],
  source: string,
  referee: Referee
): Promise<GroupExecution> => {
  const singles = await singlesOf(
    source,
    sets.flatMap(({ subjects }) => subjects)
  )
  const groups: readonly CorpusRule[] = await groupedRules(source, singles)
  const forms = sets.flatMap(({ subjects }) => subjects.flatMap((subject) => subject.forms))
  const table = openEventTable(forms.map(engine.rowOf), engine.shape)
  const found = async (rules: readonly CorpusRule[]) =>
    (await convertWritten(referee, rules, engine.route)).map(({ name, converted }) => ({
      name,
      ...table.find(converted)
    }))
  const [ofSingles, ofGroups] = [await found(singles), await found(groups)]
  table.close()
  const together = new Set(ofSingles.flatMap(({ events }) => [...events]))
  const ofAll = new Set(ofGroups.flatMap(({ events }) => [...events]))
  const differing = forms.flatMap(({ form }, event) =>
    together.has(event) === ofAll.has(event)
      ? []
      : [`"${form}": ${together.has(event) ? 'a member' : 'no member'} finds it, the group says otherwise`]
  )
  const failures = ofGroups.flatMap(({ name, failure }) => (failure === undefined ? [] : [`${name}: ${failure}`]))
  return {
    pairs: (singles.length + groups.length) * forms.length,
    differences: [...failures, ...differing].map((difference) => `${engine.name}, ${difference}`)
  }
}

/** Runs rules for groups over all declared events: each finds exactly what any rule of its members finds. */
export const executeGroups = async (
  source: string,
  referees: Readonly<Record<Generation, Referee>>
): Promise<GroupExecution> => {
  let pairs = 0
  const differences: string[] = []
  for (const engine of ENGINES) {
    const sets = FORMS.filter(engine.reads)
    for (const logSource of new Set(sets.map((set) => set.logSource))) {
      const ofSource = sets.filter((set) => set.logSource === logSource)
      const done = await executeSets(engine, ofSource, source, referees[engine.generation])
      pairs += done.pairs
      differences.push(...done.differences)
    }
  }
  return { pairs, differences }
}
