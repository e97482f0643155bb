import { convertLine } from '../../../src/app/pipeline-summary.ts'
import { type Pipeline, PIPELINES, type PipelineUse } from '../../../src/app/pipelines.ts'
import { KINDS, type Kind } from '../../../src/indicator/kind.ts'
import type { Generation } from '../referees/generation.ts'

/** A command line that converts `rules.yml` with pipelines that ship with the product. */
export interface ConvertLine {
  readonly line: string
  /** The kinds whose rules it is for. */
  readonly kinds: readonly Kind[]
  readonly generation: Generation
  /** Whether it prints queries, or one JSON object per rule and line. */
  readonly prints: 'queries' | 'json lines'
}

/** The current tools where they do. */
const generationFor = ({ generations }: PipelineUse): Generation => (generations.includes('1') ? 'current' : 'legacy')

const usesOf = ({ uses }: Pipeline): readonly PipelineUse[] => uses

/** The rules that Kibana imports, as the head of elastic-ecs.yml says. */
const forKibana = (target: string): ConvertLine => ({
  line: `sigma convert -t ${target} -f siem_rule_ndjson -p elastic-ecs.yml rules.yml`,
  kinds: KINDS,
  generation: 'current',
  prints: 'json lines'
})

/** Every line that the product prints for a use of a pipeline, and those that its heads tell besides. */
export const CONVERT_LINES: readonly ConvertLine[] = [
  ...PIPELINES.flatMap((pipeline) =>
    usesOf(pipeline).map(
      (use): ConvertLine => ({
        line: convertLine(pipeline.name, use),
        kinds: use.kinds,
        generation: generationFor(use),
        prints: 'queries'
      })
    )
  ),
  forKibana('lucene'),
  forKibana('esql')
]
