import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { Problem } from '../../problem/problem.ts'
import { breakBody } from '../body/body-text.ts'
import type { Services } from '../operation.ts'
import { refusalOf, writeRefusal, type ParserError } from './malformed-request.ts'

/** The connections of a server, and on which of them an answer is under way. */
export interface Connections {
  /** Notes a request, and tells when its answer is over; to be called before anything of it is sent. */
  begin(request: IncomingMessage, response: ServerResponse, onOver: () => void): void
  /** Answers bytes that never became a request. */
  refuse(error: ParserError, socket: Duplex): void
  /** Resolves when no answer is under way. */
  quiet(): Promise<void>
}

/** The answers under way on one connection: the one that is written, and those queued behind it. */
interface Traffic {
  readonly answers: Set<ServerResponse>
}

/** Milliseconds that a refused client has to read why. */
const LINGER_MS = 2_000

/** Watches the connections of a server. */
export const createConnections = ({ requestId, log }: Services, urlLength: number): Connections => {
  const traffic = new WeakMap<Duplex, Traffic>()
  /** Connections with an answer under way. */
  let busy = 0
  const refused = new WeakSet<Duplex>()
  const broken = new WeakSet<Duplex>()
  let onQuiet: (() => void)[] = []

  const trafficOn = (socket: Duplex): Traffic => {
    const known = traffic.get(socket)
    if (known !== undefined) return known
    const answers = new Set<ServerResponse>()
    socket.once('close', () => {
      for (const answer of answers) {
        if (answer.socket !== null) continue
        // Node closes the answer that it writes, but not those queued behind it, which would wait for ever.
        answer.destroy()
        answer.emit('close')
      }
    })
    traffic.set(socket, { answers })
    return { answers }
  }

  /** An answer that waits for the rest of a body would wait for ever. */
  const failBodies = (socket: Duplex, error: ParserError): void => {
    const { code, message } = refusalOf(error, urlLength)
    for (const { req } of trafficOn(socket).answers) {
      if (!req.complete) breakBody(req, new Problem(code, message))
    }
  }

  const end = (socket: Duplex, response: ServerResponse): void => {
    const { answers } = trafficOn(socket)
    if (!answers.delete(response) || answers.size > 0) return
    busy -= 1
    if (broken.has(socket)) socket.end()
    if (busy > 0) return
    for (const resolve of onQuiet) resolve()
    onQuiet = []
  }

  return {
    begin({ socket }, response, onOver) {
      const { answers } = trafficOn(socket)
      if (answers.size === 0) busy += 1
      answers.add(response)
      response.once('close', () => {
        end(socket, response)
        onOver()
      })
    },
    refuse(error, socket) {
      if (refused.has(socket)) return
      if (!socket.writable || error.code === 'ECONNRESET') {
        socket.destroy()
        return
      }
      if (trafficOn(socket).answers.size > 0) {
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
      if (busy > 0) await new Promise<void>((resolve) => onQuiet.push(resolve))
    }
  }
}
