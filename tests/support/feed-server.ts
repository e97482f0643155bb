import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { onTestFinished } from 'vitest'

/** What a server does with a request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A request as it came. */
export interface SeenRequest {
  /** Path and query. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

/** A server on a port of its own of 127.0.0.1, gone when the test is over. Paths without an answer give 404. */
export interface FeedServer {
  /** `http://127.0.0.1:54321`, without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Everything that was asked for, in order. */
  readonly requests: readonly SeenRequest[]
  /** Sets the answer of a path; a request's query does not matter. */
  on(path: string, answer: Answer): void
  /** Resolves when the server has lost all connections. */
  idle(): Promise<void>
}

/** A certificate with its key, in PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** Starts a server, with TLS where it gets a certificate. */
export const startFeedServer = async (certificate?: Certificate): Promise<FeedServer> => {
  const answers = new Map<string, Answer>()
  const requests: SeenRequest[] = []
  const listener: Answer = (request, response) => {
    const target = request.url ?? '/'
    requests.push({ target, headers: request.headers })
    const answer = answers.get(target.split('?')[0] ?? '') ?? status(404)
    answer(request, response)
  }
  const server = certificate === undefined ? createServer(listener) : createTlsServer({ ...certificate }, listener)
  const open = new Set<object>()
  let wake = (): void => {}
  server.on(certificate === undefined ? 'connection' : 'secureConnection', (socket: NodeJS.Socket) => {
    open.add(socket)
    // A client may cut the connection off at any time.
    socket.on('error', () => {})
    socket.on('close', () => {
      open.delete(socket)
      wake()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    requests,
    on: (path, answer) => void answers.set(path, answer),
    async idle() {
      while (open.size > 0) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
  }
}

type Headers = Readonly<Record<string, string>>

/** A whole answer. */
export const whole =
  (body: string | Uint8Array, headers: Headers = {}): Answer =>
  (_request, response) => {
    response.writeHead(200, headers).end(body)
  }

/** A whole answer in JSON. */
export const json = (value: unknown, headers: Headers = {}): Answer =>
  whole(JSON.stringify(value), { 'content-type': 'application/json', ...headers })

/** A status without anything to read. */
export const status =
  (code: number, headers: Headers = {}): Answer =>
  (_request, response) => {
    response.writeHead(code, headers).end()
  }

/** A redirect. */
export const redirect = (location: string, code = 302): Answer => status(code, { location })

/** A whole answer with validators, and 304 for whoever has it already. */
export const unchanging =
  (body: string, etag: string): Answer =>
  (request, response) => {
    const answer = request.headers['if-none-match'] === etag ? status(304, { etag }) : whole(body, { etag })
    answer(request, response)
  }

/** The bytes of an answer as they are, headers included, after which the connection ends. */
export const raw =
  (...pieces: readonly (string | Uint8Array)[]): Answer =>
  (request) => {
    for (const piece of pieces) request.socket.write(piece)
    request.socket.end()
  }

/** A body that promises `length` bytes and is cut off after those it has. */
export const cutOff = (body: string, length: number): Answer =>
  raw(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n${body}`)

/** A body that never ends. */
export const endless =
  (chunk: string, headers: Headers = {}): Answer =>
  (_request, response) => {
    response.writeHead(200, headers)
    Readable.from(repeated(chunk)).pipe(response)
  }

function* repeated(chunk: string): Generator<string> {
  for (;;) yield chunk
}

/** A byte every few milliseconds, for ever. */
export const drip =
  (beginning = ''): Answer =>
  (_request, response) => {
    response.write(beginning)
    const timer = setInterval(() => response.write('.'), 5)
    response.on('close', () => clearInterval(timer))
  }

/** The beginning of a body, and then nothing, on a connection that stays open. */
export const stalled =
  (beginning: string): Answer =>
  (_request, response) => {
    response.write(beginning)
  }

/** No answer at all, on a connection that stays open. */
export const silent: Answer = () => {}

/** Zeros without end in a gzip coding. */
export const gzipBomb: Answer = (_request, response) => {
  response.writeHead(200, { 'content-encoding': 'gzip' })
  Readable.from(repeated('\0'.repeat(65_536)))
    .pipe(createGzip())
    .pipe(response)
}
