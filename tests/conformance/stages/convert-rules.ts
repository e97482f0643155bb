import { PIPELINES } from '../../../src/app/pipelines.ts'
import type { Bench, Stage } from '../bench.ts'
import { formatCount } from '../format-count.ts'
import { compareGolden } from '../golden.ts'
import { GENERATIONS, type Generation } from '../referees/generation.ts'
import { gapsOf, rowOf, type Row } from '../targets/matrix.ts'
import { matrixPage } from '../targets/matrix-page.ts'
import { brokenPromises } from '../targets/promises.ts'
import { queriesFile, queriesText } from '../targets/queries-text.ts'
import { TARGETS } from '../targets/targets.ts'
import type { Target } from '../targets/target.ts'

/** What became of all rules on one target, and how its queries differ from the golden ones. */
interface Outcome {
  readonly row: Row
  readonly changed: readonly string[]
}

const convert = async ({ corpus, referees, update }: Bench, target: Target): Promise<Outcome> => {
  const referee = referees[target.generation]
  const rules = [...corpus.rules, ...corpus.twins]
  const results = [...(await referee.convert('rules', target)), ...(await referee.convert('twins', target))]
  const text = queriesText(target, corpus.known, new Map(rules.map((rule, index) => [rule, results[index]])))
  return { row: rowOf(target, rules, results), changed: compareGolden(queriesFile(target), text, update) }
}

const convertAll = async (bench: Bench, generation: Generation): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const target of TARGETS) if (target.generation === generation) outcomes.push(await convert(bench, target))
  return outcomes
}

/** Every rule goes to every target; what converts, and into what, is as the golden files say. */
export const convertRules: Stage = async (bench) => {
  const outcomes = (await Promise.all(GENERATIONS.map((generation) => convertAll(bench, generation)))).flat()
  const inOrder = TARGETS.flatMap((target) => outcomes.filter(({ row }) => row.target === target))
  const rows = inOrder.map(({ row }) => row)
  const { known, rules, twins } = bench.corpus
  return [
    {
      subject: 'matrix of targets',
      of: `${rows.length} targets, ${formatCount((rules.length + twins.length) * rows.length)} conversions`,
      differences: [...rows.flatMap(gapsOf), ...compareGolden('docs/targets.md', matrixPage(rows), bench.update)]
    },
    {
      subject: 'queries of the golden rules',
      of: `${formatCount(known.length * rows.length)} queries`,
      differences: inOrder.flatMap(({ changed }) => changed)
    },
    { subject: 'shipped pipelines', of: `${PIPELINES.length} files`, differences: brokenPromises(rows) }
  ]
}
