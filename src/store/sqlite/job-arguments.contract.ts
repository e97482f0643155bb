import { fileURLToPath } from 'node:url'
import type { JobName } from '../store-jobs.contract.ts'

/** The arguments with which Node runs a job on the store at a path. */
export const jobArguments = (path: string, job: JobName, ...parameters: readonly string[]): readonly string[] => [
  '--import',
  'tsx',
  fileURLToPath(new URL('sqlite-jobs.contract.ts', import.meta.url)),
  path,
  job,
  ...parameters
]
