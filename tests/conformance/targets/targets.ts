import { ELASTIC } from './elastic.ts'
import { KUSTO } from './kusto.ts'
import { OTHERS } from './others.ts'
import { QRADAR } from './qradar.ts'
import { SPLUNK } from './splunk.ts'
import type { Target } from './target.ts'

/** Every way of the rules into a SIEM that the conformance run tries. */
export const TARGETS: readonly Target[] = [...SPLUNK, ...KUSTO, ...ELASTIC, ...QRADAR, ...OTHERS]
