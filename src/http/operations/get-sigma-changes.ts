import { GET_SIGMA_CHANGES } from '../../api/operations/get-sigma-changes.ts'
import { WAIT } from '../../api/parameters/exporting.ts'
import { awaitChanges, LOOK_MS } from '../../app/changes/await-changes.ts'
import type { ExportRequest } from '../../app/exports/export-request.ts'
import { invalidParameter } from '../../app/invalid-parameter.ts'
import { formatInstant } from '../../indicator/time.ts'
import type { Answer } from '../answer.ts'
import { answerInPlace } from '../answers/answer-in-place.ts'
import type { ChangeAnswer, ReadChanges } from '../changes/change-answer.ts'
import { changeEvents } from '../changes/change-events.ts'
import { changeLines } from '../changes/change-lines.ts'
import { groupedChanges } from '../changes/grouped-changes.ts'
import { prefersEvents } from '../changes/prefers-events.ts'
import { readWhileHeld } from '../changes/read-while-held.ts'
import { singleChanges } from '../changes/single-changes.ts'
import { exportRequest, groupHeader } from '../exports/export-parameters.ts'
import { nextReference } from '../exports/page-reference.ts'
import { keyedOperation, type KeyedRequest, type Services } from '../operation.ts'
import { readWhole } from '../query/read-value.ts'

/** Rules in one piece of a stream. */
const EVENTS_AT_ONCE = 250

const HEADERS = { Vary: 'Accept, Accept-Encoding, Authorization, X-API-Key', 'Cache-Control': 'private, no-store' }

const changesRequest = (keyed: KeyedRequest, { settings }: Services): ExportRequest => {
  if (keyed.parameters.has('group') && keyed.parameters.has('limit')) {
    throw invalidParameter('limit', keyed.parameters.get('limit'), {
      reason: 'with group an answer is never cut, because the lines of one change belong together; leave it out'
    })
  }
  return exportRequest('changes', 0, keyed, settings)
}

const changesOf = (
  { filters, group, limit, tier, restriction }: ExportRequest,
  keyed: KeyedRequest,
  services: Services
): ReadChanges =>
  group === undefined
    ? singleChanges({ filters, limit, tier, restriction }, keyed, services)
    : groupedChanges({ filters, size: group, tier, restriction }, keyed, services)

/** How often the store is looked at before the answer is given in any case. */
const readLooks = ({ parameters }: KeyedRequest): number => {
  const text = parameters.get('wait')
  if (text === undefined) return 0
  const seconds = readWhole(WAIT, text, 'ask again when the answer is empty')
  return (seconds * 1_000) / LOOK_MS
}

/** Where a poll of the export goes on, for who begins without a cursor. */
const sinceHeader = ({ cursor }: ExportRequest, { nextSince }: ChangeAnswer): object =>
  cursor === undefined ? { 'X-Next-Since': formatInstant(nextSince) } : {}

const openLines = async (request: ExportRequest, keyed: KeyedRequest, services: Services): Promise<Answer> => {
  const waiting = { looks: readLooks(keyed), signal: keyed.untilOver() }
  const read = readWhileHeld(changesOf(request, keyed, services), keyed, services)
  const changes = await awaitChanges(read, request.cursor, waiting, services)
  return {
    status: 200,
    headers: {
      ...HEADERS,
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      Link: `<${nextReference(GET_SIGMA_CHANGES.path, keyed.parameters, changes.nextCursor)}>; rel="next"`,
      ...groupHeader(request),
      ...sinceHeader(request, changes)
    },
    body: changes.isEmpty ? '' : changeLines(changes),
    close: async () => changes.close()
  }
}

/** Only an answer about grouped rules reads from the store as long as its client takes. */
const answerLines = async (keyed: KeyedRequest, services: Services): Promise<Answer> => {
  const request = changesRequest(keyed, services)
  const open = async (): Promise<Answer> => openLines(request, keyed, services)
  return request.group === undefined ? open() : answerInPlace(keyed, services, open)
}

const openEvents = async (request: ExportRequest, keyed: KeyedRequest, services: Services): Promise<Answer> => {
  const read = changesOf(request, keyed, services)
  const leave = services.streams.take()
  try {
    const first = await read(request.cursor)
    const isAllowed = async (): Promise<boolean> => (await services.keys.verifyAgain(keyed.caller)).valid
    const stream = { read, signal: keyed.untilOver(), isAllowed }
    return {
      status: 200,
      headers: {
        ...HEADERS,
        'Content-Type': 'text/event-stream',
        ...groupHeader(request),
        ...sinceHeader(request, first)
      },
      body: changeEvents(first, stream, services),
      close: async () => {
        leave()
        await first.close()
      }
    }
  } catch (error) {
    leave()
    throw error
  }
}

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
  return answerInPlace(keyed, services, async () => openEvents(request, keyed, services))
}

/** What has become of rules since a client last asked: those to keep, and those to remove. */
export const getSigmaChanges = keyedOperation(GET_SIGMA_CHANGES, (keyed, services) =>
  prefersEvents(keyed.accept) ? answerEvents(keyed, services) : answerLines(keyed, services)
)
