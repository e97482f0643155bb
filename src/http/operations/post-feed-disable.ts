import { feedOperation } from '../feed-operation.ts'

/** Stops the runs of a feed; what it said ages on. */
export const postFeedDisable = feedOperation('disable', 200, (feeds, name) => feeds.setStanding(name, 'disabled'))
