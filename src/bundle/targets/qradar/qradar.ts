import type { BundleTarget } from '../../bundle-target.ts'
import { onePiece } from '../../one-piece.ts'
import { checkQradar } from './check.ts'
import { RATED_DETECTIONS } from './detection.ts'
import { entryFiles } from './entry-files.ts'
import { heldRows } from './held-rows.ts'
import { LOAD_SCRIPT } from './load-script.ts'
import { readme } from './readme.ts'
import { rulesFile } from './rules-file.ts'
import { searchPath, searchText } from './search-text.ts'
import { SETS_FILE } from './sets-file.ts'

/** Reference sets, filled by bulk updates, with searches and rules that compare events with them. */
export const qradar: BundleTarget = {
  name: 'qradar',
  product: 'IBM QRadar',
  leavesOut: {
    cve: 'a reference set compares whole values, and no property of events holds the id of a vulnerability alone',
    'mitre-attack': 'a reference set compares whole values, and techniques stand inside the names of Sysmon rules'
  },
  async *files(bundle) {
    yield { path: 'sets.json', text: onePiece(SETS_FILE) }
    yield* entryFiles(bundle)
    yield { path: 'load.sh', text: onePiece(LOAD_SCRIPT) }
    for (const detection of RATED_DETECTIONS) {
      yield { path: searchPath(detection), text: onePiece(searchText(detection)) }
    }
    yield { path: 'rules.md', text: onePiece(rulesFile(bundle.publisher)) }
    yield { path: 'README.md', text: onePiece(readme(bundle)) }
  },
  check: checkQradar,
  held: heldRows
}
