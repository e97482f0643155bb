import type { Settings } from '../config/settings.ts'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY } from '../indicator/time.ts'
import type { Clock } from '../platform/clock.ts'
import type { IndicatorStore, StoredIndicator } from '../store/indicator-store.ts'
import { endSources } from './end-sources.ts'
import { lifeOfFeed } from './feed-lives.ts'
import type { FeedLife } from './feed-life.ts'
import { inView } from './in-view.ts'
import type { Ended } from './settle-sources.ts'

/** What ageing works on. */
export interface AgeingParts {
  readonly store: IndicatorStore
  readonly settings: Settings
  readonly clock: Clock
  /** Ends the ageing between two transactions; its reason is thrown. */
  readonly signal?: AbortSignal
}

const ROWS_PER_PAGE = 1_000
const FORGOTTEN_PER_TRANSACTION = 2_000
const INSTANTS_PER_DAY = SECONDS_PER_DAY * INSTANTS_PER_SECOND

/** Ends the sources of one feed that have outlived their time; gives how many indicators that concerned. */
const ageFeed = async ({ store, signal }: AgeingParts, feed: string, life: FeedLife): Promise<number> => {
  const endedOf = ({ indicator, sources }: StoredIndicator): readonly Ended[] =>
    sources
      .filter((source) => source.feed === feed)
      .flatMap((source) => {
        const why = life.whyOver(indicator.kind, source)
        return why === undefined ? [] : [{ feed, reason: 'expired', why }]
      })
  let concerned = 0
  let behind = 0
  for (;;) {
    const from = behind
    const page = await inView(store, async (view) => view.rowsToAge(life.bounds, from, ROWS_PER_PAGE))
    concerned += await endSources(store, page, endedOf, signal)
    if (page.length < ROWS_PER_PAGE) return concerned
    behind = page.at(-1)?.row ?? behind
  }
}

/** Forgets versions and removals that are older than the settings keep them. */
const forgetOld = async ({ store, settings, clock }: AgeingParts): Promise<void> => {
  const { versionDays, removalDays } = settings.history
  const now = clock.now()
  const until = (days: number): number => Math.max(0, now - days * INSTANTS_PER_DAY)
  let isDone = false
  while (!isDone) {
    isDone = await store.write((transaction) =>
      transaction.forget(until(versionDays), until(Math.max(versionDays, removalDays)), FORGOTTEN_PER_TRANSACTION)
    )
  }
}

/**
 * Lets the store age: ends every source that has outlived its time, in small transactions, each removal a change with
 * its reason, and forgets what is no longer kept. Gives how many indicators lost a source.
 */
export const ageIndicators = async (parts: AgeingParts): Promise<number> => {
  const { store, clock } = parts
  const feeds = await inView(store, async (view) => view.feedNames())
  let concerned = 0
  for (const feed of feeds) concerned += await ageFeed(parts, feed, await lifeOfFeed(parts, feed, clock.now()))
  await forgetOld(parts)
  return concerned
}
