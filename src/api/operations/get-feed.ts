import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { FEED_NAME } from '../parameters/names.ts'
import { FEED, FEED_EXAMPLE } from '../schemas/feed.ts'
import { FEEDS } from '../security.ts'

/** One feed with its last run. */
export const GET_FEED = {
  name: 'getFeed',
  method: 'GET',
  path: '/api/v1/feeds/{name}',
  tag: 'Feeds',
  summary: 'One feed',
  about: 'With its last run.',
  security: FEEDS,
  pathParameters: [FEED_NAME],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The feed.', json(FEED, FEED_EXAMPLE)) },
  errors: ['not_found']
} as const satisfies KeyedDescription
