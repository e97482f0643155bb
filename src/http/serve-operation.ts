import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../problem/problem.ts'
import type { Answer } from './answer.ts'
import type { Gate, SetHeader } from './gate.ts'
import type { KeyedOperation, Operation, Services } from './operation.ts'
import { parseQuery, readParameters, refuseKeyInQuery } from './query-string.ts'
import { splitTarget } from './request-target.ts'
import { sendAnswer } from './send-answer.ts'

/** Takes one request to its operation and the answer back. */
export type Serve = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

const answerKeyed = async (
  operation: KeyedOperation,
  { raw }: FastifyRequest,
  reply: FastifyReply,
  gate: Gate,
  services: Services
): Promise<Answer> => {
  const pairs = parseQuery(splitTarget(raw.url ?? '').query)
  refuseKeyInQuery(pairs)
  const setHeader: SetHeader = (name, value) => void reply.header(name, value)
  const caller = await gate.admit(raw.rawHeaders, operation.security, setHeader)
  const parameters = readParameters(pairs, operation.parameters)
  try {
    return await operation.handle({ parameters, caller, ifNoneMatch: raw.headers['if-none-match'] }, services)
  } catch (error) {
    if (error instanceof Problem && error.code === 'too_many_exports') gate.giveBack(caller, setHeader)
    throw error
  }
}

/** The handler of an operation: an answer for those whom its security lets in. */
export const serveOperation =
  (operation: Operation, gate: Gate, services: Services): Serve =>
  async (request, reply) => {
    const answer =
      operation.security === 'open'
        ? await operation.handle(services)
        : await answerKeyed(operation, request, reply, gate, services)
    await sendAnswer(reply, answer, services)
  }
