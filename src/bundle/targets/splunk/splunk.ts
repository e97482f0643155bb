import type { BundleTarget } from '../../bundle-target.ts'
import { withScript } from '../../load-script.ts'
import { onePiece } from '../../one-piece.ts'
import { APP_FILES } from './app-files.ts'
import { checkSplunk } from './check.ts'
import { heldRows } from './held-rows.ts'
import { loadScript } from './load-script.ts'
import { readme } from './readme.ts'
import { rowFiles } from './row-files.ts'

/** An app with lookups over the KV store and alerts over data models, and the rows for `batch_save`. */
export const splunk: BundleTarget = {
  name: 'splunk',
  product: 'Splunk',
  leavesOut: {
    cve: 'a lookup compares whole values, and signatures of products name a vulnerability somewhere inside theirs',
    'mitre-attack': 'a lookup compares whole values, and no data model holds the techniques that rules of Sysmon name'
  },
  async *files(bundle) {
    const load = bundle.since === undefined ? bundle.load : undefined
    if (load !== undefined) {
      for (const [path, text] of APP_FILES) yield { path, text: onePiece(text) }
    }
    yield* withScript(rowFiles(bundle), load, loadScript)
    yield { path: 'README.md', text: onePiece(readme(bundle)) }
  },
  check: checkSplunk,
  held: heldRows
}
