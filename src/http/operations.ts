import type { Operation } from './operation.ts'
import { getHealthz } from './operations/get-healthz.ts'
import { getIocs } from './operations/get-iocs.ts'
import { getPipeline } from './operations/get-pipeline.ts'
import { getPipelines } from './operations/get-pipelines.ts'
import { getReadyz } from './operations/get-readyz.ts'
import { getSigmaRules } from './operations/get-sigma-rules.ts'

/** Every operation of the API. */
export const OPERATIONS: readonly Operation[] = [
  getSigmaRules,
  getIocs,
  getPipelines,
  getPipeline,
  getHealthz,
  getReadyz
]
