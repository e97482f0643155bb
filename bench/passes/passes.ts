import { bundle } from './bundle.ts'
import { groupedRulesToAFile } from './grouped-rules-to-a-file.ts'
import { importTwice } from './import-twice.ts'
import { manifest } from './manifest.ts'
import type { Pass } from './pass.ts'
import { rulesToAFile } from './rules-to-a-file.ts'
import { servedBundle } from './served-bundle.ts'
import { servedChanges } from './served-changes.ts'
import { servedExport } from './served-export.ts'
import { servedGroupedExport } from './served-grouped-export.ts'
import { servedStix } from './served-stix.ts'
import { servedTaxii } from './served-taxii.ts'
import { sync } from './sync.ts'

const MILLION = 1_000_000
const HUNDRED_THOUSAND = 100_000

/** All that goes over a whole store. */
export const PASSES: readonly Pass[] = [
  importTwice,
  rulesToAFile,
  groupedRulesToAFile,
  servedExport,
  servedChanges,
  bundle('splunk'),
  bundle('elastic', MILLION),
  bundle('sentinel', HUNDRED_THOUSAND),
  bundle('qradar', HUNDRED_THOUSAND),
  manifest,
  servedGroupedExport,
  servedBundle('splunk'),
  servedStix,
  servedTaxii,
  sync('sync, a file for each rule', 10_000, []),
  sync('sync, grouped rules', MILLION, ['--group', 'auto'])
]
