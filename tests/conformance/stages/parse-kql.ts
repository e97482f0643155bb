import { detectionRules } from '../../../src/bundle/targets/sentinel/detection-rules.ts'
import type { Bench, Stage } from '../bench.ts'
import type { CorpusRule } from '../corpus/corpus-rule.ts'
import { formatCount } from '../format-count.ts'
import { kqlProblems } from '../kql/language-service.ts'
import { loadRules } from '../rule-file.ts'
import { isShipped, type Target } from '../targets/target.ts'
import { TARGETS } from '../targets/targets.ts'

const SET = 'made'

const queriesOf = async (
  rules: readonly CorpusRule[],
  target: Target,
  { referees }: Bench
): Promise<readonly string[]> => {
  const referee = referees[target.generation]
  await loadRules(referee, SET, rules)
  const results = await referee.convert(SET, target)
  return results.flatMap((result) => ('query' in result ? [result.query] : []))
}

const problemsOf = (queries: readonly string[]): readonly string[] =>
  queries.flatMap((query) => kqlProblems(query).map((problem) => `${problem}\n    in ${query}`))

/**
 * The queries for Microsoft's products are legal: syntax and types by Microsoft's own language service, tables, functions
 * and columns as `tables.ts` and `functions.ts` list them from Microsoft's documentation.
 */
export const parseKql: Stage = async (bench) => {
  const rules = [...bench.corpus.known, ...bench.corpus.hostile]
  const targets = TARGETS.filter(({ backend, pipelines }) => backend === 'kusto' && pipelines.every(isShipped))
  const queries = new Set<string>()
  for (const target of targets) for (const query of await queriesOf(rules, target, bench)) queries.add(query)
  const bundled = (['threat-intelligence', 'watchlist'] as const).flatMap((source) =>
    detectionRules(source).resources.map(({ properties }) => properties.query)
  )
  return [
    {
      subject: "KQL, by Microsoft's language service",
      of: `${formatCount(queries.size)} different queries`,
      differences: problemsOf([...queries])
    },
    {
      subject: "KQL of bundles for Sentinel, by Microsoft's language service",
      of: `${formatCount(bundled.length)} analytics rules`,
      differences: problemsOf(bundled)
    }
  ]
}
