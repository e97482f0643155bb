import { Client, type Dispatcher, errors } from 'undici'
import type { FetchLimits } from './fetch-limits.ts'
import { type ConnectorParts, guardedConnector } from './guarded-connector.ts'

/** A connection for one request. */
export interface Connection {
  /** Sends a GET and gives the answer when its headers are there. */
  request(path: string, headers: Readonly<Record<string, string>>): Promise<Dispatcher.ResponseData>
  /** Ends it in order. `false` where more than the announced body came, as far as it came in time. */
  finish(): Promise<boolean>
  /** Ends it at once. */
  close(): Promise<void>
}

/** What undici says of bytes that answer no request: they are no HTTP, or HTTP that nobody asked for. */
const isOfExcess = (error: Error): boolean =>
  error instanceof errors.HTTPParserError || (error instanceof errors.SocketError && error.message === 'bad response')

/** A connection to the origin of a URL. Nothing is connected before the request. */
export const openConnection = ({ origin }: URL, limits: FetchLimits, parts: ConnectorParts): Connection => {
  const client = new Client(origin, {
    connect: guardedConnector(parts),
    maxHeaderSize: limits.headerBytes,
    // The patience of a fetch has clocks of its own.
    headersTimeout: 0,
    bodyTimeout: 0
  })
  let hasExcess = false
  client.on('disconnect', (_origin, _targets, error) => {
    hasExcess ||= isOfExcess(error)
  })
  return {
    request: (path, headers) => client.request({ path, method: 'GET', headers, signal: parts.signal }),
    async finish() {
      await client.close()
      return !hasExcess
    },
    close: () => client.destroy()
  }
}
