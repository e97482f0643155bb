import { feedOperation } from '../feed-operation.ts'

/** Makes a feed due; the run itself comes with the next look at the schedule. */
export const postFeedRun = feedOperation('run', 202, (feeds, name) => feeds.runSoon(name))
