import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { FEED_NAME } from '../parameters/names.ts'
import { FEED, FEED_EXAMPLE } from '../schemas/feed.ts'
import { FEEDS } from '../security.ts'

/** Stops the runs of a feed, and nothing that it said ages. */
export const POST_FEED_FREEZE = {
  name: 'postFeedFreeze',
  method: 'POST',
  path: '/api/v1/feeds/{name}/freeze',
  tag: 'Feeds',
  summary: 'Freezes a feed: no runs, no ageing',
  about: 'Nothing of it is withdrawn either.',
  security: FEEDS,
  pathParameters: [FEED_NAME],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The feed as it is then.', json(FEED, FEED_EXAMPLE)) },
  errors: ['not_found', 'feed_state']
} as const satisfies KeyedDescription
