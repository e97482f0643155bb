import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { FEED_NAME } from '../parameters/names.ts'
import { REMOVED_FEED } from '../schemas/feed.ts'
import { FEEDS } from '../security.ts'

/** Removes a feed and everything it said. */
export const DELETE_FEED = {
  name: 'deleteFeed',
  method: 'DELETE',
  path: '/api/v1/feeds/{name}',
  tag: 'Feeds',
  summary: 'Removes a feed',
  about: 'With everything that it said.',
  security: FEEDS,
  pathParameters: [FEED_NAME],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('What became of it.', json(REMOVED_FEED, { name: 'partner', withdrawn: 810 })) },
  errors: ['not_found', 'feed_state']
} as const satisfies KeyedDescription
