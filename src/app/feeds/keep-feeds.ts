import { INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'
import type { Pause } from '../../platform/pause.ts'
import { Problem } from '../../problem/problem.ts'
import { ageIndicators } from '../age-indicators.ts'
import { dueFeeds } from './due-feeds.ts'
import { createFeedQueue, type FeedQueue } from './feed-queue.ts'
import { createRejudge } from './rejudge.ts'
import type { RunFeedParts } from './run-feed.ts'
import { createUpkeepJob, type UpkeepJob } from './upkeep-job.ts'

/** What keeps the feeds of a store alive. */
export interface KeepFeedsParts extends RunFeedParts {
  readonly pause: Pause
  /** Ends the work. */
  readonly signal: AbortSignal
}

/** How soon a run that somebody asks for begins, and what follows an edit of the guard. */
const LOOK_EVERY_MILLISECONDS = 2_000

/** Feeds that are fetched at the same time: a slow server does not hold up the others. */
const AT_ONCE = 4

const AGE_EVERY: Instant = 3_600 * INSTANTS_PER_SECOND

/** What reads feeds takes long to load, and a store may have none that is fetched. */
const loadRunFeed = async () => (await import('./run-feed.ts')).runFeed

/** Runs a feed; a failure of the machine is logged, and the feed stays due. */
const runOne = async (parts: KeepFeedsParts, name: string): Promise<void> => {
  try {
    const runFeed = await loadRunFeed()
    await runFeed(parts, name)
  } catch (error) {
    const isElsewhere = error instanceof Problem && error.code === 'feed_state'
    if (!isElsewhere && !parts.signal.aborted) parts.log.error('feed not run', { feed: name, error })
  }
}

/** Has every feed run that is due and not running yet. */
const runDue = async ({ store, clock, log }: KeepFeedsParts, queue: FeedQueue): Promise<void> => {
  try {
    await queue.refill(async () => (await dueFeeds(store.feeds, clock.now())).map(({ record }) => record.name))
  } catch (error) {
    log.error('feeds not kept', { error })
  }
}

/** What is done for the store besides runs: it ages every hour, and follows every edit of the guard at once. */
const createUpkeep = (parts: KeepFeedsParts): readonly UpkeepJob[] => {
  const { clock, log, signal } = parts
  const job = (failure: string, every: Instant, work: () => Promise<void>): UpkeepJob =>
    createUpkeepJob({
      clock,
      every,
      work,
      onError: (error) => {
        if (!signal.aborted) log.error(failure, { error })
      }
    })
  return [
    job('store not aged', AGE_EVERY, async () => {
      const aged = await ageIndicators(parts)
      if (aged > 0) log.info('indicators aged', { aged })
    }),
    job('indicators not judged anew', 0, createRejudge(parts))
  ]
}

/** Runs feeds when they are due, lets the store age and follows its guard, until the signal ends it and all that it began is over. */
export const keepFeeds = async (parts: KeepFeedsParts): Promise<void> => {
  const { pause, signal } = parts
  const queue = createFeedQueue(AT_ONCE, async (name) => runOne(parts, name))
  const upkeep = createUpkeep(parts)
  while (!signal.aborted) {
    for (const job of upkeep) job.startIfDue()
    await runDue(parts, queue)
    await pause(LOOK_EVERY_MILLISECONDS, signal)
  }
  await Promise.all([queue.drain(), ...upkeep.map(async (job) => job.ended())])
}
