import type { FastifyReply, FastifyRequest } from 'fastify'
import { isWellFormedKey } from '../app/api-key.ts'
import { answerKeyed } from './answer-keyed.ts'
import { codingOnce } from './answers/content-coding.ts'
import { headFor } from './answers/response-head.ts'
import { sendAnswer } from './answers/send-answer.ts'
import { sendFailure } from './errors/send-error.ts'
import { createAskers } from './gate/asker.ts'
import type { Gate } from './gate/gate.ts'
import type { ListedOperation, Operation, Services } from './operation.ts'
import { createQueryReader } from './query/query-reader.ts'
import { recordOf } from './records/request-record.ts'
import { splitTarget } from './requests/request-target.ts'

/** Takes one request to its operation and the answer back. */
export type Serve = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** The handler of an operation: an answer for those whom its security lets in. */
export const serveOperation = (listed: ListedOperation, gate: Gate, services: Services): Serve => {
  const { crypto, settings } = services
  const isKey = (text: string): boolean => isWellFormedKey(crypto, settings.keys.prefix, text.trim())
  const queries = createQueryReader(listed.security === 'open' ? [] : listed.parameters, isKey)
  const serving = { gate, services, queries, askerOf: createAskers(listed, services) }
  let loaded: Operation | undefined
  return async (request, reply) => {
    const { raw, params } = request
    const head = headFor(request)
    recordOf(raw).operation = listed
    try {
      queries.refuseKey(splitTarget(raw.url ?? '').query)
      const operation = (loaded ??= await listed.load())
      const coding = codingOnce(raw.headers['accept-encoding'])
      const answer =
        operation.security === 'open'
          ? await operation.handle(services, { ifNoneMatch: raw.headers['if-none-match'] })
          : await answerKeyed(operation, { raw, params, response: reply.raw, setHeader: head.set, coding }, serving)
      await sendAnswer(reply, answer, { head, coding }, services)
    } catch (error) {
      sendFailure(reply, error, services, head)
    }
  }
}
