import { created } from '../answers.ts'
import { NEW_FEED } from '../bodies/feed.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { FEED, FEED_EXAMPLE } from '../schemas/feed.ts'
import { FEEDS } from '../security.ts'

/** Adds a feed. */
export const POST_FEEDS = {
  name: 'postFeeds',
  method: 'POST',
  path: '/api/v1/feeds',
  tag: 'Feeds',
  summary: 'Adds a feed',
  about: 'It is due at once.',
  security: FEEDS,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: {
    schema: NEW_FEED,
    example: {
      name: 'partner',
      url: 'https://feed.example/iocs.json',
      every: '30m',
      headers: { 'Auth-Key': 'env:FEED_PARTNER' }
    },
    isOptional: false
  },
  answers: { 201: created('The feed.', json(FEED, FEED_EXAMPLE)) },
  errors: ['feed_exists']
} as const satisfies KeyedDescription
