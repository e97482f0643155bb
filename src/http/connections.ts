import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { refusalOf, writeRefusal, type ParserError } from './malformed-request.ts'
import type { Services } from './operation.ts'
import { requestId } from './request-id.ts'

/** The connections of a server, and on which of them an answer is under way. */
export interface Connections {
  /** Notes a request; to be called before anything of its answer is sent. */
  begin(request: IncomingMessage, response: ServerResponse): void
  /** Answers bytes that never became a request. */
  refuse(error: ParserError, socket: Duplex): void
  /** Resolves when no answer is under way. */
  quiet(): Promise<void>
}

/** Milliseconds that a refused client has to read why. */
const LINGER_MS = 2_000

/** Watches the connections of a server. */
export const createConnections = ({ crypto, log }: Services, urlLength: number): Connections => {
  const underWay = new Map<Duplex, number>()
  const refused = new WeakSet<Duplex>()
  const broken = new WeakSet<Duplex>()
  let onQuiet: (() => void)[] = []

  const end = (socket: Duplex): void => {
    const left = (underWay.get(socket) ?? 1) - 1
    if (left > 0) {
      underWay.set(socket, left)
      return
    }
    underWay.delete(socket)
    if (broken.has(socket)) socket.end()
    if (underWay.size > 0) return
    for (const resolve of onQuiet) resolve()
    onQuiet = []
  }

  return {
    begin({ socket }, response) {
      underWay.set(socket, (underWay.get(socket) ?? 0) + 1)
      response.once('close', () => end(socket))
    },
    refuse(error, socket) {
      if (refused.has(socket)) return
      if (!socket.writable || error.code === 'ECONNRESET') {
        socket.destroy()
        return
      }
      if (underWay.has(socket)) {
        // Nothing may be written into an answer; the connection ends behind it.
        broken.add(socket)
        return
      }
      refused.add(socket)
      const id = requestId(crypto)
      const shown = refusalOf(error, urlLength)
      log.info('request', { request_id: id, status: shown.status, reason: error.code })
      writeRefusal(socket, shown, id)
      // What still arrives is read and dropped: closing at once would reset the connection under the answer.
      const giveUp = setTimeout(() => socket.destroy(), LINGER_MS)
      socket.once('close', () => clearTimeout(giveUp))
    },
    async quiet() {
      if (underWay.size > 0) await new Promise<void>((resolve) => onQuiet.push(resolve))
    }
  }
}
