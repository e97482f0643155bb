import type { Bench, Proof, Stage } from '../bench.ts'
import type { CorpusRule } from '../corpus/corpus-rule.ts'
import { groupedRules } from '../corpus/grouped-rules.ts'
import { realGroups } from '../corpus/real-rules.ts'
import { RECIPES } from '../corpus/recipe-of.ts'
import { executeGroups } from '../execution/execute-groups.ts'
import { formatCount } from '../format-count.ts'
import { GENERATIONS, type Generation } from '../referees/generation.ts'
import { VALIDATION } from '../referees/validation.ts'
import { complaintsOf, loadRules } from '../rule-file.ts'
import { failureText } from '../targets/matrix.ts'
import { TARGETS } from '../targets/targets.ts'
import { isOldTag } from './check-rules.ts'

const GROUPS = 'groups'
const SINGLES = 'single rules beside groups'

/** So small that real feeds give chunks of many prefixes, and so few that they convert in a minute. */
const REAL_SIZE = 50
const MOST_REAL = 120

const checkWith = async (bench: Bench, groups: readonly CorpusRule[], generation: Generation): Promise<Proof> => {
  const referee = bench.referees[generation]
  const unread = await loadRules(referee, GROUPS, groups)
  const issues = complaintsOf(groups, await referee.check(GROUPS, VALIDATION))
  const violations = generation === 'current' ? complaintsOf(groups, await referee.schema(GROUPS)) : []
  return {
    subject: `grouped rules, pySigma ${referee.version}`,
    of: `${formatCount(groups.length)} rules read and checked`,
    differences: [...unread, ...violations, ...issues.filter((issue) => generation === 'current' || !isOldTag(issue))]
  }
}

/** A target refuses a grouped rule only with what it says against single rules of the recipe. */
const convertWith = async (
  { corpus, referees }: Bench,
  groups: readonly CorpusRule[],
  generation: Generation
): Promise<readonly string[]> => {
  const referee = referees[generation]
  const singles = [...corpus.known, ...corpus.hostile]
  await loadRules(referee, SINGLES, singles)
  const differences: string[] = []
  for (const target of TARGETS) {
    if (target.generation !== generation) continue
    const known = new Set<string>()
    for (const [index, result] of (await referee.convert(SINGLES, target)).entries()) {
      if ('failure' in result) known.add(`${singles[index]?.recipe}: ${failureText(result.failure)}`)
    }
    for (const [index, result] of (await referee.convert(GROUPS, target)).entries()) {
      const group = groups[index]
      if (group === undefined || !('failure' in result)) continue
      const failure = `${group.recipe}: ${failureText(result.failure)}`
      if (!known.has(failure)) differences.push(`${target.name}, ${group.name}: ${failure}`)
    }
  }
  return differences
}

/** Rules for groups of golden, hostile and real indicators hold what single rules do, and match what their members match. */
export const groupRules: Stage = async (bench) => {
  const made = await groupedRules('src', [...bench.corpus.known, ...bench.corpus.hostile])
  const real = realGroups(bench.data, REAL_SIZE, MOST_REAL)
  const groups = [...made, ...real]
  const missing = RECIPES.filter((recipe) => !groups.some((rule) => rule.recipe === recipe && isOfSeveral(rule)))
  const checked = await Promise.all(GENERATIONS.map((generation) => checkWith(bench, groups, generation)))
  const converted = await Promise.all(GENERATIONS.map((generation) => convertWith(bench, groups, generation)))
  const executed = await executeGroups('src', bench.referees)
  return [
    {
      subject: 'grouped rules',
      of: `${made.length} of golden and hostile indicators, ${real.length} of real feeds`,
      differences: missing.map((recipe) => `no group of several indicators of ${recipe}`)
    },
    ...checked,
    {
      subject: 'grouped rules on the matrix',
      of: `${formatCount(groups.length * TARGETS.length)} conversions`,
      differences: converted.flat()
    },
    {
      subject: 'grouped rules beside their members',
      of: `${formatCount(executed.pairs)} pairs of rule and log form`,
      differences: executed.differences
    }
  ]
}

const isOfSeveral = ({ text }: CorpusRule): boolean => /\n {6,}- '/.test(text)
