import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { FEED_NAME } from '../parameters/names.ts'
import { FEED, FEED_EXAMPLE } from '../schemas/feed.ts'
import { FEEDS } from '../security.ts'

/** Lets a feed be fetched again. */
export const POST_FEED_ENABLE = {
  name: 'postFeedEnable',
  method: 'POST',
  path: '/api/v1/feeds/{name}/enable',
  tag: 'Feeds',
  summary: 'Lets a feed be fetched again',
  about: 'It is due by its schedule.',
  security: FEEDS,
  pathParameters: [FEED_NAME],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The feed as it is then.', json(FEED, FEED_EXAMPLE)) },
  errors: ['not_found', 'feed_state']
} as const satisfies KeyedDescription
