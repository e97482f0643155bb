import type { CorpusRule } from '../corpus/corpus-rule.ts'
import type { Converted } from '../referees/referee.ts'
import { failureText } from './matrix.ts'
import type { Target } from './target.ts'

const indented = (text: string): string => text.replace(/^/gm, '  ')

/** Where the queries of a target are kept, relative to the root of the project. */
export const queriesFile = ({ name }: Target): string => `tests/golden/conformance/queries/${name}.txt`

/** The golden file of a target: what becomes of every golden rule. */
export const queriesText = (
  { title, backend, pipelines, generation }: Target,
  rules: readonly CorpusRule[],
  results: ReadonlyMap<CorpusRule, Converted | undefined>
): string => {
  const entries = rules.map((rule) => {
    const result = results.get(rule)
    if (result === undefined) return `${rule.name}\n  (nothing)\n`
    return 'query' in result
      ? `${rule.name}\n${indented(result.query)}\n`
      : `${rule.name}\n  fails: ${failureText(result.failure)}\n`
  })
  return [`# ${title}: ${[backend, ...pipelines].join(' · ')} (${generation} tools)\n`, ...entries].join('\n')
}
