import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { Problem } from '../problem/problem.ts'
import { breakBody } from './body-text.ts'
import { refusalOf, writeRefusal, type ParserError } from './malformed-request.ts'
import type { Services } from './operation.ts'

/** The connections of a server, and on which of them an answer is under way. */
export interface Connections {
  /** Notes a request; to be called before anything of its answer is sent. */
  begin(request: IncomingMessage, response: ServerResponse): void
  /** Answers bytes that never became a request. */
  refuse(error: ParserError, socket: Duplex): void
  /** Resolves when no answer is under way. */
  quiet(): Promise<void>
}

/** The answers under way on one connection: the one that is written, and those queued behind it. */
interface Traffic {
  readonly answers: Set<ServerResponse>
  readonly onSocketClose: () => void
}

/** Milliseconds that a refused client has to read why. */
const LINGER_MS = 2_000

/** Watches the connections of a server. */
export const createConnections = ({ requestId, log }: Services, urlLength: number): Connections => {
  const underWay = new Map<Duplex, Traffic>()
  const refused = new WeakSet<Duplex>()
  const broken = new WeakSet<Duplex>()
  let onQuiet: (() => void)[] = []

  const trafficOn = (socket: Duplex): Traffic => {
    const known = underWay.get(socket)
    if (known !== undefined) return known
    const answers = new Set<ServerResponse>()
    const onSocketClose = (): void => {
      for (const answer of answers) {
        if (answer.socket !== null) continue
        // Node closes the answer that it writes, but not those queued behind it, which would wait for ever.
        answer.destroy()
        answer.emit('close')
      }
    }
    const traffic = { answers, onSocketClose }
    underWay.set(socket, traffic)
    socket.once('close', onSocketClose)
    return traffic
  }

  /** An answer that waits for the rest of a body would wait for ever. */
  const failBodies = (socket: Duplex, error: ParserError): void => {
    const { code, message } = refusalOf(error, urlLength)
    for (const { req } of trafficOn(socket).answers) {
      if (!req.complete) breakBody(req, new Problem(code, message))
    }
  }

  const end = (socket: Duplex, response: ServerResponse): void => {
    const { answers, onSocketClose } = trafficOn(socket)
    answers.delete(response)
    if (answers.size > 0) return
    underWay.delete(socket)
    socket.off('close', onSocketClose)
    if (broken.has(socket)) socket.end()
    if (underWay.size > 0) return
    for (const resolve of onQuiet) resolve()
    onQuiet = []
  }

  return {
    begin({ socket }, response) {
      trafficOn(socket).answers.add(response)
      response.once('close', () => end(socket, response))
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
        failBodies(socket, error)
        return
      }
      refused.add(socket)
      const id = requestId()
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
