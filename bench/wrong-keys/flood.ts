import { connect, type Socket } from 'node:net'

/**
 * Sends wrong keys to a port for as long as it runs, 10,000 a second if the machine lets it, and says once a second how
 * many it sent, how many were answered and how many connections ended without an answer. A process of its own.
 */
const A_SECOND = 10_000
const PORTIONS = 50
const PORTION = A_SECOND / PORTIONS
/** Well-formed in all but the last digit, as a typo is. */
const WRONG_KEY = `sk_live_${'0'.repeat(49)}`
const REQUEST = `GET /api/v1/iocs HTTP/1.1\r\nHost: x\r\nX-API-Key: ${WRONG_KEY}\r\n\r\n`
/** Connections that may wait for an answer at once. */
const MOST_OPEN = 1_000

const count = { sent: 0, answered: 0, reset: 0 }

/** All of 127.0.0.0/8 is this machine, so that the right key has an address of its own. */
const addressOf = (number: number): string => `127.1.${number >> 8}.${number & 255}`

const open = (port: number, localAddress: string): Socket => {
  const socket = connect({ host: '127.0.0.1', port, localAddress })
  let isAnswered = false
  socket.on('data', (chunk: Buffer) => {
    isAnswered = true
    for (let at = chunk.indexOf('HTTP/1.1 4'); at >= 0; at = chunk.indexOf('HTTP/1.1 4', at + 1)) count.answered += 1
  })
  socket.on('error', () => {})
  socket.once('close', () => {
    if (!isAnswered) count.reset += 1
  })
  return socket
}

/** Keys on twenty connections that stay, of one address; one that ends is opened anew at once. */
const floodKept = (port: number): void => {
  const CONNECTIONS = 20
  const begin = (): void => {
    const socket = open(port, addressOf(1))
    const sending = setInterval(() => {
      if (socket.writableNeedDrain) return
      socket.write(REQUEST.repeat(PORTION / CONNECTIONS))
      count.sent += PORTION / CONNECTIONS
    }, 1_000 / PORTIONS)
    socket.once('close', () => {
      clearInterval(sending)
      begin()
    })
  }
  for (let index = 0; index < CONNECTIONS; index++) begin()
}

/** A connection for every key, of so many addresses in turn. */
const floodNew = (port: number, addresses: number): void => {
  let [next, isOpen] = [0, 0]
  setInterval(() => {
    for (let index = 0; index < PORTION && isOpen < MOST_OPEN; index++) {
      next = (next + 1) % addresses
      isOpen += 1
      count.sent += 1
      const socket = open(port, addressOf(next + 1))
      socket.write(REQUEST)
      socket.once('data', () => socket.destroy())
      socket.once('close', () => {
        isOpen -= 1
      })
    }
  }, 1_000 / PORTIONS)
}

const FLOODS: Readonly<Record<string, (port: number) => void>> = {
  kept: floodKept,
  new: (port) => floodNew(port, 1),
  many: (port) => floodNew(port, 1_000)
}

const [form = '', port = ''] = process.argv.slice(2)
FLOODS[form]?.(Number(port))
setInterval(() => {
  process.stdout.write(`${JSON.stringify(count)}\n`)
  Object.assign(count, { sent: 0, answered: 0, reset: 0 })
}, 1_000)
