import type { FeedRow, IndicatorStore, Stage } from '../store/indicator-store.ts'
import { endSources } from './end-sources.ts'
import { inView } from './in-view.ts'
import type { Ended } from './settle-sources.ts'

const ROWS_PER_VIEW = 2_000

/** The rows of a feed in pages, each of its own moment. */
async function* rowsOfFeed(store: IndicatorStore, feed: string): AsyncGenerator<readonly FeedRow[]> {
  let behind = 0
  for (;;) {
    const from = behind
    const page = await inView(store, async (view) => view.rowsOfFeed(feed, from, ROWS_PER_VIEW))
    if (page.length > 0) yield page
    if (page.length < ROWS_PER_VIEW) return
    behind = page.at(-1)?.row ?? behind
  }
}

const withdrawal = (feed: string, why: string): readonly Ended[] => [{ feed, reason: 'withdrawn', why }]

/** Withdraws everything that a feed said; gives how many indicators that concerned. */
export const withdrawFeed = async (store: IndicatorStore, feed: string): Promise<number> => {
  const ended = withdrawal(feed, 'the feed was removed')
  let concerned = 0
  for await (const page of rowsOfFeed(store, feed)) concerned += await endSources(store, page, () => ended)
  return concerned
}

/** Withdraws what a feed said earlier and not in the run whose rows the stage has noted; gives how many that concerned. */
export const withdrawMissing = async (
  store: IndicatorStore,
  feed: string,
  stage: Stage,
  proceed: () => Promise<void>
): Promise<number> => {
  const ended = withdrawal(feed, 'no longer listed')
  let concerned = 0
  for await (const page of rowsOfFeed(store, feed)) {
    const missing = new Set(
      await stage.unnoted(
        feed,
        page.map(({ row }) => row)
      )
    )
    const rows = page.filter(({ row }) => missing.has(row))
    await proceed()
    concerned += await endSources(store, rows, () => ended)
  }
  return concerned
}
