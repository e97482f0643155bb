import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../operation.ts'
import { recordOf } from './request-record.ts'
import { shownPath } from './shown-path.ts'

const MICROS_PER_MILLI = 1_000
const MICROS_PER_SECOND = 1_000_000

/**
 * Gives what notes a request when its answer is over: in the log (never its query string or headers), the metrics, and the
 * usage of its key.
 */
export const recordRequest = (request: FastifyRequest, reply: FastifyReply, services: Services): (() => void) => {
  const { clock, log, metrics, counting, settings } = services
  const at = clock.now()
  return () => {
    const { operation, keyId, isLimited = false } = recordOf(request.raw)
    const status = reply.raw.statusCode
    // A clock that was set back meanwhile does not make a request take less than no time.
    const micros = Math.max(0, clock.now() - at)
    const name = operation === undefined ? '' : `${operation.method} ${operation.path}`
    metrics.answered({ operation: name, status, seconds: micros / MICROS_PER_SECOND })
    if (keyId !== undefined && operation !== undefined) {
      counting.usage.answered({ keyId, at, path: operation.path, status, micros, isLimited })
    }
    log.info('request', {
      request_id: request.id,
      method: request.method,
      path: shownPath(request.raw.url ?? '', settings.keys.prefix),
      status,
      ms: Math.round(micros / MICROS_PER_MILLI),
      key_id: keyId,
      cut_off: reply.raw.writableFinished ? undefined : true
    })
  }
}
