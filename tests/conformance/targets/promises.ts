import { type Pipeline, PIPELINES, type PipelineUse } from '../../../src/app/pipelines.ts'
import type { Kind } from '../../../src/indicator/kind.ts'
import type { Recipe } from '../corpus/recipe-of.ts'
import type { Row } from './matrix.ts'

/** The recipes of a kind: addresses that attack have one of their own. */
const recipesOf = (kind: Kind): readonly Recipe[] =>
  kind === 'ipv4' || kind === 'ipv6' ? [kind, 'attacking-ip'] : [kind]

const isRowOf = ({ target }: Row, pipelines: readonly string[], use: PipelineUse, generation: string): boolean =>
  target.backend === use.target &&
  target.generation === generation &&
  [...target.pipelines].sort().join() === [...pipelines].sort().join()

const brokenFor = (name: string, { kinds }: PipelineUse, { target, cells }: Row): readonly string[] =>
  kinds.flatMap(recipesOf).flatMap((recipe) => {
    const cell = cells.get(recipe)
    const isKept =
      cell !== undefined && cell.failures.length === 0 && cell.remarks.every(({ kind }) => kind !== 'never')
    return isKept ? [] : [`${name} promises ${recipe} on ${target.name}, where it does not convert or can never match`]
  })

const broken = ({ name }: Pipeline, use: PipelineUse, rows: readonly Row[]): readonly string[] => {
  const pipelines = [`${name}.yml`, ...use.beside].map((file) => (file.endsWith('.yml') ? `pipelines/${file}` : file))
  return use.generations.flatMap((version) => {
    const row = rows.find((candidate) => isRowOf(candidate, pipelines, use, version === '1' ? 'current' : 'legacy'))
    return row === undefined ? [`no target of the matrix tries ${name} for ${use.target}`] : brokenFor(name, use, row)
  })
}

/** What the list of pipelines says of them and the matrix does not bear out. */
export const brokenPromises = (rows: readonly Row[]): readonly string[] =>
  PIPELINES.flatMap((pipeline: Pipeline) => pipeline.uses.flatMap((use) => broken(pipeline, use, rows)))
