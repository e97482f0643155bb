import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { FEED_NAME } from '../parameters/names.ts'
import { FEED, FEED_EXAMPLE } from '../schemas/feed.ts'
import { FEEDS } from '../security.ts'

/** Makes a feed due. */
export const POST_FEED_RUN = {
  name: 'postFeedRun',
  method: 'POST',
  path: '/api/v1/feeds/{name}/run',
  tag: 'Feeds',
  summary: 'Fetches a feed as soon as possible',
  about: 'The run itself begins within seconds.',
  security: FEEDS,
  pathParameters: [FEED_NAME],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 202: small('The feed as it is then.', json(FEED, FEED_EXAMPLE)) },
  errors: ['not_found', 'feed_state']
} as const satisfies KeyedDescription
