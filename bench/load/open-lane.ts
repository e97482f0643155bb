import { connect, type Socket } from 'node:net'
import { Histogram } from './histogram.ts'
import type { Lane, LaneResult } from './load-plan.ts'
import { ResponseReader } from './response-reader.ts'

/** Connections of a lane at work. */
export interface OpenLane {
  readonly bytes: number
  /** Forgets what was seen so far. */
  reset(): void
  result(): LaneResult
  close(): void
}

const requestText = ({ target, headers, since = '' }: Lane, host: string): string =>
  [
    `GET ${target.replace('{since}', encodeURIComponent(since))} HTTP/1.1`,
    `Host: ${host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n'
  ].join('\r\n')

/** Opens the connections of a lane, which begin to ask at once. */
export const openLane = (lane: Lane, origin: string): OpenLane => {
  const { hostname, port, host } = new URL(origin)
  const isFollowing = lane.target.includes('{since}')
  const sockets = new Set<Socket>()
  let latencies = new Histogram()
  let errors = 0
  let bytes = 0
  let isOpen = true

  const open = (): void => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    sockets.add(socket)
    let request = requestText(lane, host)
    let asked = 0
    const ask = (): void => {
      asked = performance.now()
      socket.write(request)
    }
    const reader = new ResponseReader(({ status, head }) => {
      latencies.add(performance.now() - asked)
      if (status >= 400) errors += 1
      const since = isFollowing ? /\r\nx-next-since: *(\S+)/i.exec(head)?.[1] : undefined
      if (since !== undefined) request = requestText({ ...lane, since }, host)
      if (isOpen) ask()
    })
    socket.on('connect', ask)
    socket.on('data', (data: Buffer) => {
      bytes += data.length
      reader.feed(data)
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      if (!isOpen) return
      errors += 1
      setTimeout(open, 10)
    })
  }
  for (let index = 0; index < lane.connections; index++) open()

  return {
    get bytes() {
      return bytes
    },
    reset() {
      latencies = new Histogram()
      errors = 0
      bytes = 0
    },
    result: () => ({
      name: lane.name,
      answers: latencies.count,
      errors,
      p50: latencies.percentile(0.5),
      p95: latencies.percentile(0.95),
      p99: latencies.percentile(0.99)
    }),
    close() {
      isOpen = false
      for (const socket of sockets) socket.destroy()
    }
  }
}
