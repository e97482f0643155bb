import type { Bundle } from '../../bundle.ts'
import type { BundleFile, BundleTarget } from '../../bundle-target.ts'
import { withScript } from '../../load-script.ts'
import { onePiece } from '../../one-piece.ts'
import { ANALYTICS_RULES, detectionRulesText } from './detection-rules.ts'
import { checkSentinel } from './check.ts'
import { heldRows } from './held-rows.ts'
import { loadScript } from './load-script.ts'
import { readme } from './readme.ts'
import { indicatorFiles } from './indicator-files.ts'
import { WATCHLIST, watchlistText } from './watchlist.ts'

async function* files(bundle: Bundle): AsyncGenerator<BundleFile> {
  yield { path: ANALYTICS_RULES, text: onePiece(detectionRulesText('threat-intelligence')) }
  yield* withScript(indicatorFiles(bundle), undefined, loadScript)
  const list = await watchlistText(bundle)
  if (list !== undefined) {
    yield { path: WATCHLIST.rules, text: onePiece(detectionRulesText('watchlist')) }
    yield { path: WATCHLIST.list, text: onePiece(list) }
  }
  yield { path: 'README.md', text: onePiece(readme(bundle, list !== undefined)) }
}

/** STIX objects for the upload API, and analytics rules over the table that it fills. */
export const sentinel: BundleTarget = {
  name: 'sentinel',
  product: 'Microsoft Sentinel',
  leavesOut: {
    cve: 'no table of Sentinel holds CVEs of its own; export them as rules, which ask the names of alerts',
    'mitre-attack': 'a technique is no observable; export it as a rule, which asks the techniques of alerts'
  },
  files,
  check: checkSentinel,
  held: heldRows
}
