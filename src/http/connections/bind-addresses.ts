import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Every address of a host, in the order in which they are tried. */
export type Addresses = readonly [string, ...string[]]

/** Where a server listens. */
export const boundTo = (server: Server): AddressInfo => {
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server does not listen on a TCP port.')
  return bound
}

/** The code of an error of the system; empty where it has none. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** The address is none of this machine, or of a kind that it does not speak. */
const isAbsent = (error: unknown): boolean => ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error))

/** Begins with the first address that is there, and gives those behind it. */
const bindFirst = async (
  app: FastifyInstance,
  [host, ...others]: Addresses,
  port: number
): Promise<readonly string[]> => {
  try {
    await app.listen({ host, port })
    return others
  } catch (error) {
    const [next, ...rest] = others
    if (next === undefined || !isAbsent(error)) throw error
    return bindFirst(app, [next, ...rest], port)
  }
}

/** Listens on one more address, where it is there, and hands what connects to the one server. */
const bindAlso = async ({ server }: FastifyInstance, host: string, port: number): Promise<Server | undefined> => {
  // As the HTTP servers of Node accept.
  const entrance = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    server.emit('connection', socket)
  })
  try {
    await once(entrance.listen({ host, port }), 'listening')
    return entrance
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/**
 * Has a server listen on every address of a host that this machine has, on one port. Gives the further entrances, which
 * are to be closed with it; all that comes through them passes the same checks.
 */
export const bindAddresses = async (
  app: FastifyInstance,
  addresses: Addresses,
  port: number
): Promise<readonly Server[]> => {
  const others = await bindFirst(app, addresses, port)
  const entrances: Server[] = []
  try {
    for (const other of others) {
      const entrance = await bindAlso(app, other, boundTo(app.server).port)
      if (entrance !== undefined) entrances.push(entrance)
    }
  } catch (error) {
    for (const entrance of entrances) entrance.close()
    await app.close()
    throw error
  }
  return entrances
}
