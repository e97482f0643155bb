import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { API } from '../dialect.ts'
import { errorHeaders, type PublicError } from '../errors/public-error.ts'

/** What Node says of bytes that are no request. */
export interface ParserError extends Error {
  readonly code?: string
  /** The packet in which it was noticed. */
  readonly rawPacket?: unknown
}

/** The code of a request for a tunnel. */
export const CONNECT_REFUSED = 'CONNECT_REFUSED'

const TOO_LATE: PublicError = {
  status: 408,
  code: 'timeout',
  message: 'The request did not arrive in time.'
}

const HEADERS_TOO_LARGE: PublicError = {
  status: 431,
  code: 'request_too_large',
  message: 'The request line and the headers together are over the limit.'
}

const TARGET_TOO_LONG: PublicError = {
  status: 414,
  code: 'request_too_large',
  message: 'The URL is over the limit; ask for less at once.'
}

const BODY_TOO_LARGE: PublicError = {
  status: 413,
  code: 'request_too_large',
  message: 'The request body comes with more than its data.'
}

const NO_PROXY: PublicError = {
  status: 400,
  code: 'invalid_parameter',
  message: 'This server is no proxy; send requests for its own paths.'
}

const NOT_HTTP: PublicError = {
  status: 400,
  code: 'invalid_parameter',
  message: 'The request is not valid HTTP/1.1.'
}

/** Whether the request line alone fills what was read, so that the URL is what is too long. */
const isAllTarget = (rawPacket: unknown, urlLength: number): boolean => {
  if (!Buffer.isBuffer(rawPacket)) return false
  const end = rawPacket.indexOf('\r\n')
  return end === -1 ? rawPacket.length > urlLength : end > urlLength
}

/** The refusal of bytes that never became a request. */
export const refusalOf = ({ code, rawPacket }: ParserError, urlLength: number): PublicError => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return TOO_LATE
  if (code === CONNECT_REFUSED) return NO_PROXY
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return BODY_TOO_LARGE
  if (code !== 'HPE_HEADER_OVERFLOW') return NOT_HTTP
  return isAllTarget(rawPacket, urlLength) ? TARGET_TOO_LONG : HEADERS_TOO_LARGE
}

/** Writes an error straight to a connection, and gives the connection up. */
export const writeRefusal = (socket: Duplex, shown: PublicError, requestId: string): void => {
  const body = API.error(shown, requestId)
  const headers = {
    ...errorHeaders(shown, API),
    'X-Request-Id': requestId,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close'
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${shown.status} ${STATUS_CODES[shown.status] ?? ''}\r\n${lines.join('')}\r\n${body}`)
}
