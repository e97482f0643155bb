import type { ServerResponse } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../problem/problem.ts'
import type { Answer } from './answer.ts'
import type { SetHeader } from './answers/set-header.ts'
import { readBody } from './body/read-body.ts'
import { untilOver } from './connections/until-over.ts'
import type { createAskers } from './gate/asker.ts'
import type { Gate } from './gate/gate.ts'
import type { Caller, JsonObject, KeyedOperation, KeyedRequest, Parameters, Services } from './operation.ts'
import type { QueryReader } from './query/query-reader.ts'
import { auditRefusal } from './records/audit-refusal.ts'
import { createHandOut } from './records/hand-out.ts'
import { splitTarget } from './requests/request-target.ts'

/** What serves the requests of an operation. */
export interface Serving {
  readonly gate: Gate
  readonly services: Services
  readonly queries: QueryReader
  readonly askerOf: ReturnType<typeof createAskers>
}

/** A request as it came, and what goes into its answer whatever that will be. */
interface Coming extends Pick<FastifyRequest, 'raw' | 'params'>, Pick<KeyedRequest, 'coding'> {
  readonly response: ServerResponse
  readonly setHeader: SetHeader
}

const NONE: Parameters = new Map()

/** GET and HEAD come without a body. */
const NOTHING: JsonObject = {}

/** The router gives an object of texts, or nothing where a path has no parameter. */
const readPathParameters = (operation: KeyedOperation, params: unknown): Parameters =>
  operation.pathParameters.length === 0
    ? NONE
    : new Map(Object.entries(params ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** Node joins a header that it does not know where it comes twice; an empty one is none. */
const headerText = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** What an operation answers to a holder of a key, once the gate has let the request in. Notes refusals in the audit trail. */
export const answerKeyed = async (
  operation: KeyedOperation,
  { raw, params, response, setHeader, coding }: Coming,
  { gate, services, queries, askerOf }: Serving
): Promise<Answer> => {
  const asker = askerOf(raw)
  let caller: Caller | undefined
  try {
    const readParameters = queries.read(splitTarget(raw.url ?? '').query)
    caller = await gate.admit(asker, operation.security, setHeader)
    const parameters = readParameters()
    const pathParameters = readPathParameters(operation, params)
    const { 'if-none-match': ifNoneMatch, accept } = raw.headers
    const isHead = raw.method === 'HEAD'
    const keyed: KeyedRequest = {
      pathParameters,
      parameters,
      caller,
      look: asker.look,
      ifNoneMatch,
      accept,
      coding,
      isHead,
      lastEventId: headerText(raw.headers['last-event-id']),
      handOut: isHead ? () => {} : createHandOut(operation, caller, { pathParameters, parameters }, services),
      isGone: () => response.destroyed,
      untilOver: () => untilOver(response, services.stopping),
      body: operation.method === 'GET' ? NOTHING : await readBody(operation, raw, setHeader)
    }
    return await operation.handle(keyed, services)
  } catch (error) {
    auditRefusal(operation, asker.record, readPathParameters(operation, params), error, services)
    const isWithoutPlace = error instanceof Problem && error.code === 'too_many_exports'
    if (isWithoutPlace && caller !== undefined) await gate.giveBack(caller, setHeader)
    throw error
  }
}
