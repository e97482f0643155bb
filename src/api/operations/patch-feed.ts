import { small } from '../answers.ts'
import { FEED_EDIT } from '../bodies/feed.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { FEED_NAME } from '../parameters/names.ts'
import { FEED, FEED_EXAMPLE } from '../schemas/feed.ts'
import { FEEDS } from '../security.ts'

/** Says something of a feed anew. */
export const PATCH_FEED = {
  name: 'patchFeed',
  method: 'PATCH',
  path: '/api/v1/feeds/{name}',
  tag: 'Feeds',
  summary: 'Changes a feed',
  about: 'What is given replaces what was said, `null` takes it back, the rest stays. The feed is due at once.',
  security: FEEDS,
  pathParameters: [FEED_NAME],
  parameters: [],
  requestHeaders: [],
  body: { schema: FEED_EDIT, example: { every: '2h', lifetime: null }, isOptional: false },
  answers: { 200: small('The feed as it is then.', json(FEED, FEED_EXAMPLE)) },
  errors: ['not_found', 'feed_state']
} as const satisfies KeyedDescription
