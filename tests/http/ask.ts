import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import type { Description } from '../../src/api/description.ts'
import { requireDescribed } from './described.ts'

/** How to ask. */
export interface Question {
  readonly method?: string
  /** Sent as a Bearer token; an empty one is not sent. */
  readonly key?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
  /** What the server promises; everything, unless it is a port of its own. */
  readonly descriptions?: readonly Description[]
}

/** What came back, whole. */
export interface Asked {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
}

/**
 * One request on a connection of its own. A body that ends before its end is an error, and so is an answer that the
 * descriptions do not promise.
 */
export const ask = (
  url: string,
  path: string,
  { method = 'GET', key = '', headers = {}, body, descriptions }: Question
): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const sent = key === '' ? headers : { authorization: `Bearer ${key}`, ...headers }
    const { hostname, port } = new URL(url)
    const outgoing = request({ hostname, port, path, method, headers: sent, agent: false }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const answer = {
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          bytes,
          text: bytes.toString('utf8')
        }
        try {
          requireDescribed({ method, path }, answer, descriptions)
          resolve(answer)
        } catch (error) {
          reject(error)
        }
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** The `since` for the next poll. */
export const nextSinceOf = ({ headers }: Asked): string => String(headers['x-next-since'])

/** Where the next page is, by the Link header. */
export const nextPageOf = ({ headers }: Asked): string | undefined =>
  /^<([^>]+)>; rel="next"$/.exec(String(headers['link'] ?? ''))?.[1]

/** The ids of the rules in a body, in its order. */
export const idsOf = ({ text }: Asked): readonly string[] =>
  [...text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id ?? '')

/** Sends bytes as they are and gives everything that comes back until the server closes the connection. */
export const askRaw = (url: string, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const chunks: Buffer[] = []
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes, 'latin1'))
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('end', () => socket.end())
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')))
  })

/** The envelope of an error. */
export interface ErrorBody {
  readonly code: string
  readonly message: string
  readonly details?: Readonly<Record<string, unknown>>
  readonly request_id: string
}

/** The error in a body, which holds nothing else. */
export const errorOf = (text: string): ErrorBody => {
  const { error, ...rest } = JSON.parse(text) as { error: ErrorBody }
  if (Object.keys(rest).length > 0) throw new Error(`more than an error: ${text}`)
  return error
}

/** The error message of TAXII. */
export interface TaxiiErrorBody {
  readonly title: string
  readonly description: string
  readonly error_id: string
  readonly error_code: string
  readonly http_status: string
  readonly details?: Readonly<Record<string, string>>
}

/** What an error says, whichever part of the server gave it. */
export const refusalOf = (text: string): Pick<ErrorBody, 'code' | 'message' | 'details'> => {
  if (!text.startsWith('{"title"')) return errorOf(text)
  const { error_code: code, description: message, details = {} } = JSON.parse(text) as TaxiiErrorBody
  return { code, message, details }
}

/** The parts of an answer as it came over a socket. */
export const parseRaw = (answer: string): { readonly status: number; readonly head: string; readonly body: string } => {
  const end = answer.indexOf('\r\n\r\n')
  return { status: Number(answer.split(' ', 2)[1]), head: answer.slice(0, end), body: answer.slice(end + 4) }
}
