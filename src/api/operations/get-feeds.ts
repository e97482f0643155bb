import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { FEED_EXAMPLE, FEED_LIST } from '../schemas/feed.ts'
import { FEEDS } from '../security.ts'

/** The feeds that are fetched. */
export const GET_FEEDS = {
  name: 'getFeeds',
  method: 'GET',
  path: '/api/v1/feeds',
  tag: 'Feeds',
  summary: 'The feeds that are fetched',
  about: 'By name.',
  security: FEEDS,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The feeds.', json(FEED_LIST, { data: [FEED_EXAMPLE] })) },
  errors: []
} as const satisfies KeyedDescription
