import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { FEED_NAME } from '../parameters/names.ts'
import { FEED, FEED_EXAMPLE } from '../schemas/feed.ts'
import { FEEDS } from '../security.ts'

/** Approves the size of a feed. */
export const POST_FEED_APPROVE = {
  name: 'postFeedApprove',
  method: 'POST',
  path: '/api/v1/feeds/{name}/approve',
  tag: 'Feeds',
  summary: 'Approves the size of a feed',
  about: 'For one that grew or shrank too much, or was empty, and was held because of it.',
  security: FEEDS,
  pathParameters: [FEED_NAME],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The feed as it is then.', json(FEED, FEED_EXAMPLE)) },
  errors: ['not_found', 'feed_state']
} as const satisfies KeyedDescription
