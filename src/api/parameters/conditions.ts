import { z } from 'zod'
import { parameter } from '../parameter.ts'

/** Whether the client has the answer already. */
export const IF_NONE_MATCH = parameter({
  name: 'If-None-Match',
  about: 'The `ETag` of an answer that the client has: `304` without a body while nothing has changed.',
  schema: z.string(),
  example: 'W/"9c1185a5c5e9fc54612808977ee8f548"'
})

/** Where a stream of events goes on. */
export const LAST_EVENT_ID = parameter({
  name: 'Last-Event-ID',
  about: 'The `id` of the last event that came, by which a stream goes on that broke off; it counts before `cursor`.',
  schema: z.string(),
  example: 'chilutw2kg0.0.5f2e.91ab'
})
