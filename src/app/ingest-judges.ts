import type { Settings } from '../config/settings.ts'
import type { Clock } from '../platform/clock.ts'
import type { IndicatorStore } from '../store/indicator-store.ts'
import { lifeOfFeed } from './feed-lives.ts'
import { guardOf } from './guard/load-guard.ts'
import type { IngestOptions } from './ingest-options.ts'

/** What decides over values that are taken into a store: its guard, and the lives of its feeds. */
export const judgesOf = (
  store: IndicatorStore,
  settings: Settings,
  clock: Clock
): Required<Pick<IngestOptions, 'guard' | 'lifeOf'>> => ({
  guard: guardOf(store, settings, clock),
  lifeOf: (feed) => lifeOfFeed({ store, settings }, feed, clock.now())
})
