import type { Socket } from 'node:net'
import type { Settings } from '../../config/settings.ts'
import { directClient } from './client-address.ts'
import { originOf } from './origin-of.ts'

/** Resets a new connection, unread, where as many are open as may be; says whether it did. */
export type ConnectionBound = (socket: Socket) => boolean

/**
 * Bounds the connections that are open at once: all together, and those of one address. A trusted proxy speaks for many, so
 * that its connections count only with all.
 */
export const boundConnections = ({ limits, trustedProxies }: Settings): ConnectionBound => {
  const open = new Map<string, number>()
  let altogether = 0

  const count = (origin: string | undefined, by: number): void => {
    altogether += by
    if (origin === undefined) return
    const left = (open.get(origin) ?? 0) + by
    if (left === 0) open.delete(origin)
    else open.set(origin, left)
  }

  return (socket) => {
    const client = directClient(socket.remoteAddress, trustedProxies)
    const origin = client === undefined ? undefined : originOf(client)
    const ofOrigin = origin === undefined ? 0 : (open.get(origin) ?? 0)
    if (altogether >= limits.maxConnections || ofOrigin >= limits.maxConnectionsPerAddress) {
      socket.resetAndDestroy()
      return true
    }
    count(origin, 1)
    socket.once('close', () => count(origin, -1))
    return false
  }
}
