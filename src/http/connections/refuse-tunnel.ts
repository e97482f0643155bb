import type { Duplex } from 'node:stream'
import type { Connections } from './connections.ts'
import { CONNECT_REFUSED } from './malformed-request.ts'

/** Refuses CONNECT, for which Node hands over the bare connection. */
export const refuseTunnel = (socket: Duplex, connections: Connections): void => {
  // Node has taken its own listeners off.
  socket.on('error', () => socket.destroy()).resume()
  connections.refuse(Object.assign(new Error('CONNECT'), { code: CONNECT_REFUSED }), socket)
}
