import type { Bundle } from '../../bundle.ts'
import type { BundleFile, BundleTarget } from '../../bundle-target.ts'
import { withScript } from '../../load-script.ts'
import { onePiece } from '../../one-piece.ts'
import { checkElastic } from './check.ts'
import { DETECTION_RULES, detectionRulesText } from './detection-rules.ts'
import { heldRows } from './held-rows.ts'
import { INDEX_TEMPLATE, indexTemplateText } from './index-template.ts'
import { indicatorFiles } from './indicator-files.ts'
import { loadScript } from './load-script.ts'
import { readme } from './readme.ts'

async function* files(bundle: Bundle): AsyncGenerator<BundleFile> {
  yield { path: INDEX_TEMPLATE, text: onePiece(indexTemplateText()) }
  yield { path: DETECTION_RULES, text: onePiece(detectionRulesText()) }
  yield* withScript(indicatorFiles(bundle), bundle.since === undefined ? bundle.load : undefined, loadScript)
  yield { path: 'README.md', text: onePiece(readme(bundle)) }
}

/** Documents of an index of threat indicators, and indicator match rules over it. */
export const elastic: BundleTarget = {
  name: 'elastic',
  product: 'Elastic Security',
  leavesOut: {
    cve: 'ECS has no threat indicator of that type; export CVEs as rules, which ask the names of signatures',
    'mitre-attack': 'a technique is no observable; export it as a rule, which asks the names of Sysmon rules'
  },
  files,
  check: checkElastic,
  held: heldRows
}
