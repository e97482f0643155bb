import { feedOperation } from '../feed-operation.ts'

/** Stops the runs of a feed, and nothing that it said ages. */
export const postFeedFreeze = feedOperation('freeze', 200, (feeds, name) => feeds.setStanding(name, 'frozen'))
