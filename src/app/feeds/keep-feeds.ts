import { INSTANTS_PER_SECOND, type Instant } from '../../indicator/time.ts'
import type { Pause } from '../../platform/pause.ts'
import { Problem } from '../../problem/problem.ts'
import { dueFeeds } from './due-feeds.ts'
import { createFeedQueue, type FeedQueue } from './feed-queue.ts'
import { runFeed, type RunFeedParts } from './run-feed.ts'
import { createUpkeep } from './upkeep.ts'

/** What keeps the feeds of a store alive. */
export interface KeepFeedsParts extends RunFeedParts {
  readonly pause: Pause
  /** Ends the work. */
  readonly signal: AbortSignal
}

/** How soon a run that somebody asks for begins. */
const LOOK_EVERY_MILLISECONDS = 2_000

/** Feeds that are fetched at the same time: a slow server does not hold up the others. */
const AT_ONCE = 4

const UPKEEP_EVERY: Instant = 3_600 * INSTANTS_PER_SECOND

/** Runs a feed; a failure of the machine is logged, and the feed stays due. */
const runOne = async (parts: KeepFeedsParts, name: string): Promise<void> => {
  try {
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

/** Does the upkeep when it is due, one at a time, beside everything else. */
const createHourly = ({ clock, log }: KeepFeedsParts, work: () => Promise<void>) => {
  let startedAt: Instant | undefined
  let current: Promise<void> | undefined

  const run = async (): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log.error('store not aged', { error })
    }
    current = undefined
  }

  return {
    startIfDue(): void {
      const now = clock.now()
      if (current !== undefined || (startedAt !== undefined && now - startedAt < UPKEEP_EVERY)) return
      startedAt = now
      current = run()
    },
    ended: async (): Promise<void> => current
  }
}

/** Runs feeds when they are due and lets the store age, until the signal ends it and all that it began is over. */
export const keepFeeds = async (parts: KeepFeedsParts): Promise<void> => {
  const { pause, signal } = parts
  const queue = createFeedQueue(AT_ONCE, async (name) => runOne(parts, name))
  const upkeep = createHourly(parts, createUpkeep(parts))
  while (!signal.aborted) {
    upkeep.startIfDue()
    await runDue(parts, queue)
    await pause(LOOK_EVERY_MILLISECONDS, signal)
  }
  await Promise.all([queue.drain(), upkeep.ended()])
}
