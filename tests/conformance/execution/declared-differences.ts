import type { Referee } from '../referees/referee.ts'
import { ENGINES } from './engines.ts'
import { executeForms } from './execute-forms.ts'
import { rulesOfSource } from './rules-of-source.ts'

/** What the rules of a source folder do otherwise than the log forms declare, one sentence each. */
export const declaredDifferences = async (source: string, current: Referee): Promise<readonly string[]> => {
  const rulesOf = await rulesOfSource(source)
  const differences: string[] = []
  for (const engine of ENGINES) {
    if (engine.outcomes !== 'declared') continue
    differences.push(...(await executeForms(engine, rulesOf, current)).differences)
  }
  return differences
}
