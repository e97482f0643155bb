import type { Indicator } from '../../indicator/indicator.ts'
import { letOthersRun } from '../../platform/let-others-run.ts'
import type { IdRange, ReadView } from '../../store/indicator-store.ts'

const PAGE = 1_000

/** All of a range by id, in pages. Gives way to others behind each page, since there may be many short ranges. */
export async function* walkById(view: ReadView, range: IdRange): AsyncGenerator<readonly Indicator[]> {
  let last: string | undefined
  for (;;) {
    const page = await view.inIdOrder(range, last, PAGE)
    if (page.length > 0) yield page
    await letOthersRun()
    if (page.length < PAGE) return
    last = page.at(-1)?.id
  }
}
