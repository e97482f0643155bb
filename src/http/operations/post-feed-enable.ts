import { feedOperation } from '../feed-operation.ts'

/** Lets a feed be fetched again. */
export const postFeedEnable = feedOperation('enable', 200, (feeds, name) => feeds.setStanding(name, 'enabled'))
