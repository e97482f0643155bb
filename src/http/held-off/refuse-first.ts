import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionBound } from '../connections/bound-connections.ts'
import type { HeldOffRefusal } from './refuse-held-off.ts'

/** Takes a request to its answer. */
type Route = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Has a server refuse before anything of Node or of the framework, which cost several times as much as a refusal, sees a
 * connection or a request.
 */
export const refuseFirst = (server: Server, isBeyond: ConnectionBound, refusal: HeldOffRefusal, route: Route): void => {
  const begin = server.listeners('connection')
  server.removeAllListeners('connection').on('connection', (socket: Socket) => {
    if (isBeyond(socket) || refusal.connection(socket)) return
    for (const listener of begin) Reflect.apply(listener, server, [socket])
  })
  const answer: Route = (request, response) => {
    if (!refusal.request(request, response)) route(request, response)
  }
  server.removeAllListeners('request').on('request', answer)
  // RFC 9110, section 10.1.1, lets a server pass over an expectation that it does not know; Node would answer 417.
  server.on('checkExpectation', answer)
}
