import { DETECTION } from './detection.ts'
import { METADATA } from './metadata.ts'
import type { Mutation } from './mutation.ts'
import { PIPELINES } from './pipelines.ts'
import { WRITING } from './writing.ts'

/** Every fault that the run must notice. */
export const MUTATIONS: readonly Mutation[] = [...WRITING, ...METADATA, ...DETECTION, ...PIPELINES]
