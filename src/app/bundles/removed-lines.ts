import type { Kind } from '../../indicator/kind.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { type ChangeLine, lineOf } from '../changes/change-line.ts'
import { type BundleSelection, selectedKinds } from './bundle-selection.ts'

const PAGE = 1_000

/**
 * What a delta takes away, the earliest removal first, in pages: what was removed, stopped by the guard or left the
 * filters. What was added after the position that the delta starts from was never there.
 */
export async function* removedLines(
  view: ReadView,
  selection: BundleSelection,
  kinds: readonly Kind[]
): AsyncGenerator<readonly ChangeLine[]> {
  const { start, filters } = selection
  const wanted = selectedKinds(selection, kinds)
  if (start === undefined || wanted.length === 0) return
  let behind = start.position
  for (;;) {
    const page = await view.changes(wanted, behind, PAGE)
    const lines: ChangeLine[] = []
    for (const change of page) {
      const line = lineOf(change, filters)
      const { shownSince = change.indicator.added } = change
      if (line?.op === 'remove' && shownSince <= start.position) lines.push(line)
    }
    if (lines.length > 0) yield lines
    behind = page.at(-1)?.indicator.changed ?? behind
    if (page.length < PAGE) return
  }
}
