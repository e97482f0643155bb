import type { Engine } from './engine.ts'
import { caseKept } from './engines/case-kept.ts'
import { qradar } from './engines/qradar.ts'
import { plainHashes, sigma } from './engines/sigma-engine.ts'

/** Where rules are executed. */
export const ENGINES: readonly Engine[] = [sigma, plainHashes, caseKept, qradar]
