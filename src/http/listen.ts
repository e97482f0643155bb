import { Server, type AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem/problem.ts'

/** Where a server is to listen. */
export interface ListenOptions {
  readonly host: string
  /** 0 takes any port that is free. */
  readonly port: number
  /** Milliseconds that running answers have to finish once the server is told to stop. */
  readonly graceMs?: number
}

/** A server that listens. */
export interface Listening {
  /** `http://127.0.0.1:8787`: where this machine reaches it. */
  readonly url: string
  /** Takes no more connections, lets running answers finish for a while, then cuts them off. */
  readonly close: () => Promise<void>
}

const GRACE_MS = 10_000

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already; choose another --port',
  EACCES: 'the system does not let this user listen there; choose a --port above 1023',
  EADDRNOTAVAIL: 'this machine has no such address; choose another --host',
  ENOTFOUND: 'there is no such host; choose another --host'
}

const refused = (error: unknown, { host, port }: ListenOptions): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = REASONS[code]
  return reason === undefined
    ? error
    : new Problem('invalid_parameter', `Cannot listen on ${host}, port ${port}: ${reason}.`, { cause: error })
}

const urlOf = (bound: AddressInfo | string | null): string => {
  if (bound === null || typeof bound === 'string') throw new Error('The server does not listen on a TCP port.')
  const { address, family, port } = bound
  const local = { '0.0.0.0': '127.0.0.1', '::': '::1' }[address] ?? address
  return family === 'IPv6' ? `http://[${local}]:${port}` : `http://${local}:${port}`
}

/** Opens the port of a server. Throws `invalid_parameter` where that cannot be had. */
export const listen = async (app: FastifyInstance, options: ListenOptions): Promise<Listening> => {
  try {
    await app.listen({ host: options.host, port: options.port })
  } catch (error) {
    throw refused(error, options)
  }
  const address = app.server.address()
  return {
    url: urlOf(address),
    async close() {
      Server.prototype.close.call(app.server)
      const cutOff = setTimeout(() => app.server.closeAllConnections(), options.graceMs ?? GRACE_MS)
      try {
        await app.close()
      } finally {
        clearTimeout(cutOff)
      }
    }
  }
}
