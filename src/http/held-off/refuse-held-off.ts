import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { errorNamed } from '../../api/errors.ts'
import { clientAddress, directClient } from '../connections/client-address.ts'
import { originOf } from '../connections/origin-of.ts'
import { dialectOf } from '../dialect.ts'
import { errorHeaders } from '../errors/public-error.ts'
import type { Services } from '../operation.ts'
import { originForm, splitTarget } from '../requests/request-target.ts'
import type { HoldOff } from './hold-off.ts'
import { createSlowDown } from './slow-down.ts'

/**
 * Refuses those who are held off before anything else is done for them, so that wrong keys by the thousand cost the
 * others little. It leaves no line in the log. Each function says whether it refused.
 */
export interface HeldOffRefusal {
  /** Resets a new connection of a client that has no turn left, unread. */
  connection(socket: Socket): boolean
  /** Answers a request, and then rests its connection; goes on to the probes. */
  request(request: IncomingMessage, response: ServerResponse): boolean
}

const SHOWN = { status: 429, code: 'too_many_failures', message: errorNamed('too_many_failures').message } as const

/** What is known of a connection while somebody is held off. */
interface Line {
  /** Who is at its other end; `undefined` for a proxy, of which each request has its own client. */
  readonly origin: string | undefined
  /** Whether it ends with an answer that was given: what comes behind is dropped. */
  isEnding: boolean
}

/** Refuses whom a {@link HoldOff} names, on all paths but the open ones. */
export const createHeldOffRefusal = (
  holdOff: HoldOff,
  services: Services,
  openPaths: ReadonlySet<string>
): HeldOffRefusal => {
  const { settings, requestId, metrics, stopping } = services
  const slowDown = createSlowDown(services)
  const lines = new WeakMap<Socket, Line>()

  const lineOf = (socket: Socket): Line => {
    const known = lines.get(socket)
    if (known !== undefined) return known
    const client = directClient(socket.remoteAddress, settings.trustedProxies)
    const line = { origin: client === undefined ? undefined : originOf(client), isEnding: false }
    lines.set(socket, line)
    return line
  }

  const answer = (url: string, response: ServerResponse, wait: number, isLast: boolean): void => {
    const id = requestId()
    const dialect = dialectOf(url)
    const body = dialect.error(SHOWN, id)
    response.writeHead(429, {
      ...errorHeaders(SHOWN, dialect),
      'Retry-After': String(wait),
      'X-Request-Id': id,
      'Content-Length': Buffer.byteLength(body),
      ...(isLast ? { Connection: 'close' } : {})
    })
    response.end(body)
  }

  return {
    connection(socket) {
      if (!holdOff.isNeeded()) return false
      const { origin } = lineOf(socket)
      if (origin === undefined || holdOff.waitOf(origin) === undefined || slowDown.take(origin)) return false
      metrics.heldOff()
      socket.resetAndDestroy()
      return true
    },

    request({ url = '', socket, rawHeaders }, response) {
      if (!holdOff.isNeeded() || openPaths.has(splitTarget(originForm(url)).path)) return false
      const line = lineOf(socket)
      const client = line.origin ?? originOf(clientAddress(socket.remoteAddress, rawHeaders, settings.trustedProxies))
      const wait = holdOff.waitOf(client)
      if (wait === undefined) return false
      metrics.heldOff()
      if (line.isEnding) return true
      line.isEnding = stopping.aborted || (line.origin !== undefined && !slowDown.take(line.origin))
      answer(url, response, wait, line.isEnding)
      // Not sooner: with the end of a request, Node reads on.
      if (line.origin !== undefined && !line.isEnding) response.once('close', () => slowDown.rest(socket))
      return true
    }
  }
}
