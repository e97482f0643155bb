import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { Server, type AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem/problem.ts'
import { type Addresses, bindAddresses, boundTo, codeOf } from './connections/bind-addresses.ts'

/** Where a server is to listen. */
export interface ListenOptions {
  /** An address, or a name: then on each of its addresses that this machine has. */
  readonly host: string
  /** 0 takes any port that is free. */
  readonly port: number
  /** Milliseconds that running answers have to finish once the server is told to stop. */
  readonly graceMs?: number
  /** Unless this machine is to say what the addresses of a host are. */
  readonly addressesOf?: (host: string) => Promise<Addresses>
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
  const reason = REASONS[codeOf(error)]
  return reason === undefined
    ? error
    : new Problem('invalid_parameter', `Cannot listen on ${host}, port ${port}: ${reason}.`, { cause: error })
}

const addressesOfHost = async (host: string): Promise<Addresses> => {
  const [first, ...others] = (await lookup(host, { all: true })).map(({ address }) => address)
  if (first === undefined) throw new Error(`The host ${host} has no address.`)
  return [first, ...others]
}

const urlOf = ({ address, family, port }: AddressInfo): string => {
  const local = { '0.0.0.0': '127.0.0.1', '::': '::1' }[address] ?? address
  return family === 'IPv6' ? `http://[${local}]:${port}` : `http://${local}:${port}`
}

/** Opens the port of a server. Throws `invalid_parameter` where that cannot be had. */
export const listen = async (app: FastifyInstance, options: ListenOptions): Promise<Listening> => {
  const { host, port, addressesOf = addressesOfHost, graceMs = GRACE_MS } = options
  let entrances: readonly Server[]
  try {
    entrances = await bindAddresses(app, await addressesOf(host), port)
  } catch (error) {
    throw refused(error, options)
  }
  return {
    url: urlOf(boundTo(app.server)),
    async close() {
      const closed = entrances.map(async (entrance) => once(entrance.close(), 'close'))
      Server.prototype.close.call(app.server)
      const cutOff = setTimeout(() => app.server.closeAllConnections(), graceMs)
      try {
        await app.close()
        await Promise.all(closed)
      } finally {
        clearTimeout(cutOff)
      }
    }
  }
}
