import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Admit } from './admit.ts'
import type { Answer } from './answer.ts'
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
  admit: Admit,
  services: Services
): Promise<Answer> => {
  const pairs = parseQuery(splitTarget(raw.url ?? '').query)
  refuseKeyInQuery(pairs)
  const caller = await admit(raw.rawHeaders, operation.security, (name, value) => {
    reply.header(name, value)
  })
  const parameters = readParameters(pairs, operation.parameters)
  return operation.handle({ parameters, caller, ifNoneMatch: raw.headers['if-none-match'] }, services)
}

/** The handler of an operation: an answer for those whom its security lets in. */
export const serveOperation =
  (operation: Operation, admit: Admit, services: Services): Serve =>
  async (request, reply) => {
    const answer =
      operation.security === 'open'
        ? await operation.handle(services)
        : await answerKeyed(operation, request, reply, admit, services)
    await sendAnswer(reply, answer, services)
  }
