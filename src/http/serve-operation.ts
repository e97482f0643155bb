import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isWellFormedKey } from '../app/api-key.ts'
import { Problem } from '../problem/problem.ts'
import type { Answer } from './answer.ts'
import { negotiateCoding } from './answers/content-coding.ts'
import { headFor } from './answers/response-head.ts'
import { sendAnswer } from './answers/send-answer.ts'
import type { SetHeader } from './answers/set-header.ts'
import { readBody } from './body/read-body.ts'
import { untilOver } from './connections/until-over.ts'
import { sendFailure } from './errors/send-error.ts'
import { createAskers } from './gate/asker.ts'
import type { Gate } from './gate/gate.ts'
import type {
  Caller,
  JsonObject,
  KeyedOperation,
  KeyedRequest,
  ListedOperation,
  Operation,
  Parameters,
  Services
} from './operation.ts'
import { createQueryReader, type QueryReader } from './query/query-reader.ts'
import { auditRefusal } from './records/audit-refusal.ts'
import { createHandOut } from './records/hand-out.ts'
import { recordOf } from './records/request-record.ts'
import { splitTarget } from './requests/request-target.ts'

/** Takes one request to its operation and the answer back. */
export type Serve = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

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

/** What serves the requests of an operation. */
interface Serving {
  readonly gate: Gate
  readonly services: Services
  readonly queries: QueryReader
  readonly askerOf: ReturnType<typeof createAskers>
}

const answerKeyed = async (
  operation: KeyedOperation,
  { raw, params }: FastifyRequest,
  response: ServerResponse,
  setHeader: SetHeader,
  { gate, services, queries, askerOf }: Serving
): Promise<Answer> => {
  const asker = askerOf(raw)
  let caller: Caller | undefined
  try {
    const readParameters = queries.read(splitTarget(raw.url ?? '').query)
    caller = await gate.admit(asker, operation.security, setHeader)
    const parameters = readParameters()
    const pathParameters = readPathParameters(operation, params)
    const { 'if-none-match': ifNoneMatch, accept, 'accept-encoding': acceptEncoding } = raw.headers
    const isHead = raw.method === 'HEAD'
    const keyed: KeyedRequest = {
      pathParameters,
      parameters,
      caller,
      look: asker.look,
      ifNoneMatch,
      accept,
      coding: negotiateCoding(acceptEncoding),
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

/** The handler of an operation: an answer for those whom its security lets in. */
export const serveOperation = (listed: ListedOperation, gate: Gate, services: Services): Serve => {
  const { crypto, settings } = services
  const isKey = (text: string): boolean => isWellFormedKey(crypto, settings.keys.prefix, text.trim())
  const queries = createQueryReader(listed.security === 'open' ? [] : listed.parameters, isKey)
  const serving = { gate, services, queries, askerOf: createAskers(listed, services) }
  let loaded: Operation | undefined
  return async (request, reply) => {
    const { raw } = request
    const head = headFor(request)
    recordOf(raw).operation = listed
    try {
      queries.refuseKey(splitTarget(raw.url ?? '').query)
      const operation = (loaded ??= await listed.load())
      const answer =
        operation.security === 'open'
          ? await operation.handle(services, { ifNoneMatch: raw.headers['if-none-match'] })
          : await answerKeyed(operation, request, reply.raw, head.set, serving)
      await sendAnswer(reply, answer, head, services)
    } catch (error) {
      sendFailure(reply, error, services, head)
    }
  }
}
