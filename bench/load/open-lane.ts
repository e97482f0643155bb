import { connect, type Socket } from 'node:net'
import { Histogram } from './histogram.ts'
import type { Lane, LaneResult } from './load-plan.ts'
import { ResponseReader } from './response-reader.ts'

/** Connections of a lane at work. */
export interface OpenLane {
  readonly bytes: number
  /** Requests that wait for their answers. */
  readonly underWay: number
  /** Forgets what was seen so far. */
  reset(): void
  /** Asks nothing more. What is under way is still waited for, and counts by how long it took. */
  stopAsking(): void
  /** What was seen; what was never answered counts by how long it has waited. */
  result(): LaneResult
  close(): void
}

const requestText = ({ target, headers, since = '' }: Lane, host: string, number: number): string =>
  [
    `GET ${target.replace('{since}', encodeURIComponent(since)).replace('{number}', String(number).padStart(2, '0'))} HTTP/1.1`,
    `Host: ${host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n'
  ].join('\r\n')

/** Opens the connections of a lane, which begin to ask at once. */
export const openLane = (lane: Lane, origin: string): OpenLane => {
  const { hostname, port, host } = new URL(origin)
  const isFollowing = lane.target.includes('{since}')
  const sockets = new Set<Socket>()
  /** When each connection asked what it waits for. */
  const asked = new Map<Socket, number>()
  let latencies = new Histogram()
  let errors = new Map<string, number>()
  let bytes = 0
  let answers = 0
  let isAsking = true
  let isOpen = true

  const fail = (how: string): void => void errors.set(how, (errors.get(how) ?? 0) + 1)

  const open = (number: number): void => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    sockets.add(socket)
    let request = requestText(lane, host, number)
    const ask = (): void => {
      if (!isAsking) return
      asked.set(socket, performance.now())
      socket.write(request)
    }
    const reader = new ResponseReader(({ status, head }) => {
      latencies.add(performance.now() - (asked.get(socket) ?? Number.NaN))
      asked.delete(socket)
      if (isAsking) answers += 1
      if (status >= 400) fail(String(status))
      const since = isFollowing ? /\r\nx-next-since: *(\S+)/i.exec(head)?.[1] : undefined
      if (since !== undefined) request = requestText({ ...lane, since }, host, number)
      ask()
    })
    socket.on('connect', ask)
    socket.on('data', (data: Buffer) => {
      if (isAsking) bytes += data.length
      reader.feed(data)
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      const wasWaiting = asked.delete(socket)
      if (!isOpen || !(isAsking || wasWaiting)) return
      fail('broken')
      if (isAsking) setTimeout(() => open(number), 10)
    })
  }
  for (let number = 0; number < lane.connections; number++) open(number)

  return {
    get bytes() {
      return bytes
    },
    get underWay() {
      return asked.size
    },
    reset() {
      latencies = new Histogram()
      errors = new Map()
      bytes = 0
      answers = 0
    },
    stopAsking() {
      isAsking = false
    },
    result() {
      for (const since of asked.values()) latencies.add(performance.now() - since)
      return {
        name: lane.name,
        answers,
        errors: [...errors.values()].reduce((sum, count) => sum + count, 0),
        errorsBy: Object.fromEntries(errors),
        p50: latencies.percentile(0.5),
        p99: latencies.percentile(0.99),
        longest: latencies.greatest
      }
    },
    close() {
      isOpen = false
      for (const socket of sockets) socket.destroy()
    }
  }
}
