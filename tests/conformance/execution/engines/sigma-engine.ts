import type { Engine } from '../engine.ts'
import { pipelineFile } from '../pipeline-file.ts'

/**
 * SQLite with columns named as Sigma's fields. It compares as Sigma means it, so what it finds is what the rule says.
 * With a pipeline it reads the logs that need that pipeline.
 */
const sigmaEngine = (name: string, about: string, pipeline?: string): Engine => ({
  name,
  about,
  generation: 'current',
  route: { backend: 'sqlite', pipelines: pipeline === undefined ? [] : [pipelineFile(pipeline)] },
  shape: {
    table: 'logs',
    columns: [],
    caseSensitive: false,
    functions: {}
  },
  outcomes: 'declared',
  reads: (set) => set.pipeline === pipeline,
  rowOf: ({ event }) => event
})

export const sigma = sigmaEngine(
  'Sigma',
  'the SQLite backend, over columns that ignore letter case, which is how Sigma compares. Declared.'
)

export const plainHashes = sigmaEngine(
  'Sigma, pipeline plain-hashes',
  'the same with the pipeline that turns `Hashes` into a field per hash. Declared.',
  'plain-hashes'
)
