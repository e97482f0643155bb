import type { FastifyReply } from 'fastify'
import type { Services } from './operation.ts'
import { errorBody, errorHeaders, publicError, type PublicError } from './public-error.ts'

/** Sends the envelope of an error. Headers that are there already, such as a more exact Retry-After, stay. */
export const sendError = (reply: FastifyReply, shown: PublicError): void => {
  for (const [name, value] of Object.entries(errorHeaders(shown))) {
    if (!reply.hasHeader(name)) reply.header(name, value)
  }
  reply.header('X-Request-Id', reply.request.id)
  void reply.code(shown.status).send(errorBody(shown, reply.request.id))
}

/** Answers whatever went wrong with a request. What the caller is not told goes to the log. */
export const sendFailure = (reply: FastifyReply, error: unknown, { log }: Services): void => {
  const shown = publicError(error)
  if (shown.status >= 500) log.error('request failed', { request_id: reply.request.id, error })
  sendError(reply, shown)
}
