import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from './operation.ts'
import { splitTarget } from './request-target.ts'

const MICROS_PER_MILLI = 1_000

/** Notes a request when its answer is over: never its query string or headers. */
export const logRequest = (request: FastifyRequest, reply: FastifyReply, { clock, log }: Services): void => {
  const begin = clock.now()
  reply.raw.once('close', () => {
    log.info('request', {
      request_id: request.id,
      method: request.method,
      path: splitTarget(request.raw.url ?? '').path,
      status: reply.raw.statusCode,
      ms: Math.round((clock.now() - begin) / MICROS_PER_MILLI),
      ...(reply.raw.writableFinished ? {} : { cut_off: true })
    })
  })
}
