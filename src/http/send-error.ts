import type { FastifyReply } from 'fastify'
import type { Services } from './operation.ts'
import { dialectOf } from './dialect.ts'
import { errorHeaders, publicError, type PublicError } from './public-error.ts'

/** Sends an error as the clients of the path know it. Headers that are there already, such as a more exact Retry-After, stay. */
export const sendError = (reply: FastifyReply, shown: PublicError): void => {
  const dialect = dialectOf(reply.request.raw.url ?? '')
  for (const [name, value] of Object.entries(errorHeaders(shown, dialect))) {
    if (!reply.hasHeader(name)) reply.header(name, value)
  }
  reply.header('X-Request-Id', reply.request.id)
  void reply.code(shown.status).send(Buffer.from(dialect.error(shown, reply.request.id)))
}

/** Answers whatever went wrong with a request. What the caller is not told goes to the log. */
export const sendFailure = (reply: FastifyReply, error: unknown, { log }: Services): void => {
  const shown = publicError(error)
  if (shown.status >= 500) log.error('request failed', { request_id: reply.request.id, error })
  sendError(reply, shown)
}
