import { type Pipeline, PIPELINES, type PipelineName, pipelineFile, type PipelineUse } from './pipelines.ts'

/** What is told of a pipeline: the list's entry, its file, and the command line of each use. */
export interface PipelineSummary extends Pipeline {
  readonly file: string
  readonly uses: readonly (PipelineUse & { readonly convert: string })[]
}

/** The command that converts rules with a pipeline. */
export const convertLine = (name: PipelineName, { target, beside }: PipelineUse): string =>
  `sigma convert -t ${target} ${[pipelineFile(name), ...beside].map((pipeline) => `-p ${pipeline}`).join(' ')} rules.yml`

/** Every pipeline, in the order of the list. */
export const pipelineSummaries = (): readonly PipelineSummary[] =>
  PIPELINES.map(({ name, title, uses }) => ({
    name,
    title,
    file: pipelineFile(name),
    uses: uses.map((use) => ({ ...use, convert: convertLine(name, use) }))
  }))
