import { z } from 'zod'
import { parameter } from '../parameter.ts'

/** How much at once. */
export const LIMIT = parameter({
  name: 'limit',
  about:
    "At most the tier's results a request; 100 unless given, or that maximum if it is smaller. With `group` it counts grouped rules, and is the maximum unless given.",
  schema: z.int().min(1),
  example: '100'
})

/** Where to go on. */
export const CURSOR = parameter({
  name: 'cursor',
  about: 'From a `Link` header, with the other parameters as they were; only `limit` may differ.',
  schema: z.string().min(1),
  example: 'dchilutw2kg0.0.5f2e91ab'
})

/** What to pass over. */
export const OFFSET = parameter({
  name: 'offset',
  about: 'How many indicators to pass over; not beside a cursor. Follow `Link` or `links.next` beyond.',
  schema: z.int().min(0).max(10_000),
  example: '0'
})
