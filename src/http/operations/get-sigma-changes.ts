import { awaitChanges, LOOK_MS } from '../../app/changes/await-changes.ts'
import type { Changes, ChangesRequest } from '../../app/changes/changes.ts'
import { invalidParameter } from '../../app/invalid-parameter.ts'
import { READ_SCOPE } from '../../app/keys.ts'
import { formatInstant } from '../../indicator/time.ts'
import type { Answer } from '../answer.ts'
import { changeEvents } from '../change-events.ts'
import { changeLines } from '../change-lines.ts'
import { EXPORT_PARAMETERS, exportRequest, readWhole } from '../export-parameters.ts'
import { prefersEvents } from '../media-type.ts'
import type { KeyedOperation, KeyedRequest, Services } from '../operation.ts'
import { nextReference } from '../page-reference.ts'
import { stillHolds } from '../still-holds.ts'

const PATH = '/api/v1/iocs/sigma/changes'

const LONGEST_WAIT_SECONDS = 60

const HEADERS = { Vary: 'Accept, Accept-Encoding, Authorization, X-API-Key', 'Cache-Control': 'private, no-store' }

const changesRequest = (keyed: KeyedRequest, { settings }: Services): ChangesRequest => {
  const { filters, limit, cursor, tier } = exportRequest('changes', 0, keyed, settings)
  return { filters, limit, cursor, tier }
}

/** How often the store is looked at before the answer is given in any case. */
const readLooks = ({ parameters }: KeyedRequest): number => {
  const text = parameters.get('wait')
  if (text === undefined) return 0
  const seconds = readWhole('wait', text, [0, LONGEST_WAIT_SECONDS], 'ask again when the answer is empty')
  return (seconds * 1_000) / LOOK_MS
}

/** Where a poll of the export goes on, for who begins without a cursor. */
const nextSince = ({ cursor, filters }: ChangesRequest, { lines, isLast, position }: Changes): object => {
  if (cursor !== undefined) return {}
  const reached = filters.since === undefined || isLast ? position : (lines.at(-1)?.at ?? position)
  return { 'X-Next-Since': formatInstant(reached) }
}

const answerLines = async (keyed: KeyedRequest, services: Services): Promise<Answer> => {
  const request = changesRequest(keyed, services)
  const looks = readLooks(keyed)
  const changes = await awaitChanges(request, { looks, signal: keyed.untilOver() }, services)
  return {
    status: 200,
    headers: {
      ...HEADERS,
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      Link: `<${nextReference(PATH, keyed.parameters, changes.nextCursor)}>; rel="next"`,
      ...nextSince(request, changes)
    },
    body: changes.lines.length === 0 ? '' : changeLines(changes)
  }
}

/** Rules in one piece of a stream. */
const EVENTS_AT_ONCE = 250

const answerEvents = async (keyed: KeyedRequest, services: Services): Promise<Answer> => {
  if (keyed.parameters.has('wait')) {
    throw invalidParameter('wait', undefined, { reason: 'a stream of events always waits; leave it out' })
  }
  const wanted = changesRequest(keyed, services)
  const request = {
    ...wanted,
    limit: Math.min(wanted.limit, EVENTS_AT_ONCE),
    cursor: keyed.lastEventId ?? wanted.cursor
  }
  const leave = services.streams.take()
  try {
    const first = await services.changes.read(request)
    const stream = { request, signal: keyed.untilOver(), isAllowed: stillHolds(keyed.caller, services) }
    return {
      status: 200,
      headers: { ...HEADERS, 'Content-Type': 'text/event-stream', ...nextSince(request, first) },
      body: changeEvents(first, stream, services),
      close: async () => leave()
    }
  } catch (error) {
    leave()
    throw error
  }
}

/** What has become of rules since a client last asked: those to keep, and those to remove. */
export const getSigmaChanges: KeyedOperation = {
  method: 'GET',
  path: PATH,
  security: { scope: READ_SCOPE, feature: 'sigmaChanges' },
  parameters: [...EXPORT_PARAMETERS, 'wait'],
  handle: (keyed, services) =>
    prefersEvents(keyed.accept) ? answerEvents(keyed, services) : answerLines(keyed, services)
}
