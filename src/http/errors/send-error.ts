import type { FastifyReply } from 'fastify'
import { headFor, type ResponseHead, sendText } from '../answers/response-head.ts'
import { dialectOf } from '../dialect.ts'
import type { Services } from '../operation.ts'
import { errorHeaders, publicError, type PublicError } from './public-error.ts'

/** Sends an error as the clients of the path know it. Headers that are there already, such as a more exact Retry-After, stay. */
export const sendError = (reply: FastifyReply, shown: PublicError, head: ResponseHead): void => {
  const dialect = dialectOf(reply.request.raw.url ?? '')
  for (const [name, value] of Object.entries(errorHeaders(shown, dialect))) {
    if (!head.has(name)) head.set(name, value)
  }
  sendText(reply, shown.status, head, dialect.error(shown, reply.request.id))
}

/** Answers whatever went wrong with a request. What the caller is not told goes to the log. */
export const sendFailure = (
  reply: FastifyReply,
  error: unknown,
  { log }: Pick<Services, 'log'>,
  head: ResponseHead = headFor(reply.request)
): void => {
  const shown = publicError(error)
  if (shown.status >= 500) log.error('request failed', { request_id: reply.request.id, error })
  if (!reply.sent) sendError(reply, shown, head)
}
