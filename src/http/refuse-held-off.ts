import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { clientAddress } from './client-address.ts'
import { dialectOf } from './dialect.ts'
import { HELD_OFF, type HoldOff, originOf } from './hold-off.ts'
import type { Services } from './operation.ts'
import { errorHeaders } from './public-error.ts'
import { requestId } from './request-id.ts'

const SHOWN = { status: 429, code: 'too_many_failures', message: HELD_OFF } as const

/** Refusals on one connection, after which it is closed: whatever else was sent on it is dropped unread. */
const MOST_REFUSALS = 100

/** What is known of a connection while somebody is held off. */
interface Line {
  /** Who is at its other end; behind a proxy each request has its own client. */
  readonly origin: string | undefined
  refusals: number
}

const lines = new WeakMap<Socket, Line>()

const lineOf = (socket: Socket, isDirect: boolean): Line => {
  const known = lines.get(socket)
  if (known !== undefined) return known
  const origin = isDirect ? originOf(clientAddress(socket.remoteAddress, [], [])) : undefined
  const line = { origin, refusals: 0 }
  lines.set(socket, line)
  return line
}

/**
 * Refuses a request of an address that is held off before anything else is done for it, so that wrong keys by the
 * thousand cost the others little. It leaves no line in the log, and goes on to the probes. Says whether it did.
 */
export const refuseHeldOff = (
  { url = '', socket, rawHeaders }: IncomingMessage,
  response: ServerResponse,
  holdOff: HoldOff,
  { settings, crypto, metrics }: Services,
  openPaths: ReadonlySet<string>
): boolean => {
  if (!holdOff.isNeeded() || openPaths.has(url)) return false
  const { trustedProxies } = settings
  const line = lineOf(socket, trustedProxies.length === 0)
  const origin = line.origin ?? originOf(clientAddress(socket.remoteAddress, rawHeaders, trustedProxies))
  const wait = holdOff.waitOf(origin)
  if (wait === undefined) return false
  metrics.heldOff()
  line.refusals += 1
  if (line.refusals > MOST_REFUSALS) {
    response.destroy()
    return true
  }
  const id = requestId(crypto)
  const dialect = dialectOf(url)
  const body = dialect.error(SHOWN, id)
  response.writeHead(429, {
    ...errorHeaders(SHOWN, dialect),
    'Retry-After': String(wait),
    'X-Request-Id': id,
    'Content-Length': Buffer.byteLength(body),
    ...(line.refusals === MOST_REFUSALS ? { Connection: 'close' } : {})
  })
  response.end(body)
  return true
}
