import type { FastifyReply, FastifyRequest } from 'fastify'
import { isWellFormedKey } from '../app/api-key.ts'
import { Problem } from '../problem/problem.ts'
import type { Answer } from './answer.ts'
import { createAskers } from './asker.ts'
import { auditRefusal } from './audit-refusal.ts'
import { negotiateCoding } from './content-coding.ts'
import type { Gate } from './gate.ts'
import { createHandOut } from './hand-out.ts'
import type { KeyedOperation, KeyedRequest, ListedOperation, Operation, Parameters, Services } from './operation.ts'
import { readBody } from './read-body.ts'
import { createQueryReader, type QueryReader } from './query-reader.ts'
import { recordOf } from './request-record.ts'
import { splitTarget } from './request-target.ts'
import { sendAnswer } from './send-answer.ts'
import type { SetHeader } from './set-header.ts'
import { untilOver } from './until-over.ts'

/** Takes one request to its operation and the answer back. */
export type Serve = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

const NONE: Parameters = new Map()

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

const answerAdmitted = async (
  operation: KeyedOperation,
  { raw, params }: FastifyRequest,
  reply: FastifyReply,
  { gate, services, queries, askerOf }: Serving
): Promise<Answer> => {
  const readParameters = queries.read(splitTarget(raw.url ?? '').query)
  const setHeader: SetHeader = (name, value) => void reply.header(name, value)
  const asker = askerOf(raw)
  const caller = await gate.admit(asker, operation.security, setHeader)
  const parameters = readParameters()
  try {
    const pathParameters = readPathParameters(operation, params)
    const body = await readBody(operation, raw, setHeader)
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
      untilOver: () => untilOver(reply.raw, services.stopping),
      body
    }
    return await operation.handle(keyed, services)
  } catch (error) {
    if (error instanceof Problem && error.code === 'too_many_exports') await gate.giveBack(caller, setHeader)
    throw error
  }
}

const answerKeyed = async (
  operation: KeyedOperation,
  request: FastifyRequest,
  reply: FastifyReply,
  serving: Serving
): Promise<Answer> => {
  try {
    return await answerAdmitted(operation, request, reply, serving)
  } catch (error) {
    auditRefusal(
      operation,
      recordOf(request.raw),
      readPathParameters(operation, request.params),
      error,
      serving.services
    )
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
    recordOf(request.raw).operation = listed
    queries.refuseKey(splitTarget(request.raw.url ?? '').query)
    const operation = (loaded ??= await listed.load())
    const answer =
      operation.security === 'open'
        ? await operation.handle(services, { ifNoneMatch: request.raw.headers['if-none-match'] })
        : await answerKeyed(operation, request, reply, serving)
    await sendAnswer(reply, answer, services)
  }
}
