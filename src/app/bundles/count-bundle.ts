import type { CountByKind } from '../../indicator/count-by-kind.ts'
import type { Kind } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import { letOthersRun } from '../../platform/let-others-run.ts'
import type { ChangeKey, ChangeRange, ReadView } from '../../store/indicator-store.ts'
import { type BundleSelection, filterOf, isWanted, selectedKinds, sinceForStore } from './bundle-selection.ts'
import { removedLines } from './removed-lines.ts'

/** What a selection comes to, known from keys and changes alone. */
export interface BundleCount {
  readonly rows: CountByKind
  readonly removals: CountByKind
  /** Live members that give no rule: the guard stops them, or they are too broad. */
  readonly withheld: number
}

const PAGE = 2_000

async function* keysOf(view: ReadView, selection: BundleSelection, kind: Kind): AsyncGenerator<ChangeKey> {
  const range: ChangeRange = {
    filter: filterOf(selection, [kind]),
    order: 'oldest-first',
    after: sinceForStore(selection),
    orLastSeenAfter: undefined,
    asOf: undefined
  }
  let behind: Instant | undefined
  for (;;) {
    const page = await view.changeKeys(range, PAGE, behind)
    yield* page
    await letOthersRun()
    behind = page.at(-1)?.changed
    if (page.length < PAGE) return
  }
}

/** Counts what a bundle of a selection holds, of these kinds. */
export const countBundle = async (
  view: ReadView,
  selection: BundleSelection,
  kinds: readonly Kind[]
): Promise<BundleCount> => {
  const wanted = selectedKinds(selection, kinds)
  const rows: Partial<Record<Kind, number>> = {}
  const removals: Partial<Record<Kind, number>> = {}
  let withheld = 0
  for (const kind of wanted) {
    for await (const key of keysOf(view, selection, kind)) {
      if (!isWanted(selection, key.changed)) continue
      if (key.withheld) withheld++
      else rows[kind] = (rows[kind] ?? 0) + 1
    }
  }
  for await (const page of removedLines(view, selection, wanted)) {
    for (const { indicator } of page) removals[indicator.kind] = (removals[indicator.kind] ?? 0) + 1
  }
  return { rows, removals, withheld }
}
