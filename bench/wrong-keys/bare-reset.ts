import { createServer } from 'node:net'

/** The least that a server of Node can do for a connection that it does not want: accept and reset it. */
const server = createServer((socket) => void socket.resetAndDestroy()).listen(0, '127.0.0.1', () => {
  const bound = server.address()
  process.stderr.write(`listens on http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''};\n`)
})
