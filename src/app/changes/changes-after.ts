import type { Kind } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import { letOthersRun } from '../../platform/let-others-run.ts'
import type { Change, ReadView, Version } from '../../store/indicator-store.ts'

const ROWS_PER_READ = 500

/** Every change of these kinds behind a position, removals included, oldest first. Gives way to others between two pages. */
export async function* changesAfter(
  view: ReadView,
  kinds: readonly Kind[] | undefined,
  after: Instant
): AsyncGenerator<Change> {
  let behind = after
  for (;;) {
    const page = await view.changes(kinds, behind, ROWS_PER_READ)
    yield* page
    behind = page.at(-1)?.indicator.changed ?? behind
    if (page.length < ROWS_PER_READ) return
    await letOthersRun()
  }
}

/** Everything of these kinds that a change behind a position took the place of, in the order of those changes. Gives way, too. */
export async function* versionsAfter(
  view: ReadView,
  kinds: readonly Kind[] | undefined,
  after: Instant
): AsyncGenerator<Version> {
  let behind = after
  for (;;) {
    const page = await view.versions(kinds, behind, ROWS_PER_READ)
    yield* page
    behind = page.at(-1)?.superseded ?? behind
    if (page.length < ROWS_PER_READ) return
    await letOthersRun()
  }
}
