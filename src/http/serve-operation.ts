import type { FastifyReply, FastifyRequest } from 'fastify'
import { isWellFormedKey } from '../app/api-key.ts'
import { Problem } from '../problem/problem.ts'
import type { Answer } from './answer.ts'
import { auditRefusal } from './audit-refusal.ts'
import { clientAddress } from './client-address.ts'
import { negotiateCoding } from './content-coding.ts'
import { dialectOf } from './dialect.ts'
import type { Gate } from './gate.ts'
import { createHandOut } from './hand-out.ts'
import type { KeyedOperation, KeyedRequest, ListedOperation, Operation, Parameters, Services } from './operation.ts'
import { readBody } from './read-body.ts'
import { parseQuery, readParameters, refuseKeyInQuery } from './query-string.ts'
import { recordOf } from './request-record.ts'
import { splitTarget } from './request-target.ts'
import { sendAnswer } from './send-answer.ts'
import type { SetHeader } from './set-header.ts'
import { untilOver } from './until-over.ts'

/** Takes one request to its operation and the answer back. */
export type Serve = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** The router gives an object of texts, or nothing where a path has no parameter. */
const readPathParameters = (params: unknown): Parameters =>
  new Map(Object.entries(params ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** Node joins a header that it does not know where it comes twice; an empty one is none. */
const headerText = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const answerAdmitted = async (
  operation: KeyedOperation,
  { raw, params }: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
  services: Services
): Promise<Answer> => {
  const pairs = parseQuery(splitTarget(raw.url ?? '').query)
  const setHeader: SetHeader = (name, value) => void reply.header(name, value)
  const asker = {
    rawHeaders: raw.rawHeaders,
    schemes: dialectOf(operation.path),
    address: clientAddress(raw.socket.remoteAddress, raw.rawHeaders, services.settings.trustedProxies),
    record: recordOf(raw)
  }
  const caller = await gate.admit(asker, operation.security, setHeader)
  const parameters = readParameters(pairs, operation.parameters)
  try {
    const pathParameters = readPathParameters(params)
    const body = await readBody(operation, raw, setHeader)
    const { 'if-none-match': ifNoneMatch, accept, 'accept-encoding': acceptEncoding } = raw.headers
    const isHead = raw.method === 'HEAD'
    const keyed: KeyedRequest = {
      pathParameters,
      parameters,
      caller,
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
  gate: Gate,
  services: Services
): Promise<Answer> => {
  try {
    return await answerAdmitted(operation, request, reply, gate, services)
  } catch (error) {
    auditRefusal(operation, recordOf(request.raw), readPathParameters(request.params), error, services)
    throw error
  }
}

/** The handler of an operation: an answer for those whom its security lets in. */
export const serveOperation = (listed: ListedOperation, gate: Gate, services: Services): Serve => {
  let loaded: Operation | undefined
  return async (request, reply) => {
    recordOf(request.raw).operation = listed
    const { crypto, settings } = services
    refuseKeyInQuery(splitTarget(request.raw.url ?? '').query, (text) =>
      isWellFormedKey(crypto, settings.keys.prefix, text.trim())
    )
    const operation = (loaded ??= await listed.load())
    const answer =
      operation.security === 'open'
        ? await operation.handle(services, { ifNoneMatch: request.raw.headers['if-none-match'] })
        : await answerKeyed(operation, request, reply, gate, services)
    await sendAnswer(reply, answer, services)
  }
}
