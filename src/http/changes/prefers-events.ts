import Negotiator from 'negotiator'

const LINES = 'application/x-ndjson'
const EVENTS = 'text/event-stream'

/** Whether a client that sends this Accept header likes server-sent events better than JSON lines. */
export const prefersEvents = (accept: string | undefined): boolean =>
  accept !== undefined && new Negotiator({ headers: { accept } }).mediaType([LINES, EVENTS]) === EVENTS
