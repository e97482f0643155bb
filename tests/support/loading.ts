import { execFile, spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { scratchFolder } from './scratch.ts'

/** Whether scripts can run here: they need sh and curl. */
export const CAN_LOAD = spawnSync('sh', ['-c', 'command -v curl']).status === 0

/** A request that a script sent. */
export interface SentRequest {
  /** Method and path, without the query: `POST /_bulk`. */
  readonly request: string
  readonly query: URLSearchParams
  readonly authorization: string | undefined
  readonly body: string
}

/** What a server answers to a request: status and text. */
export type Answering = (request: SentRequest) => readonly [status: number, text: string]

const bodyOf = async (message: IncomingMessage): Promise<string> => {
  let body = ''
  message.setEncoding('utf8')
  for await (const piece of message) body += String(piece)
  return body
}

/** A SIEM on a port of its own of 127.0.0.1, gone when the test is over, and what it was sent. */
export const startSiem = async (answer: Answering) => {
  const sent: SentRequest[] = []
  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(String(message.url), 'http://localhost')
    const request: SentRequest = {
      request: `${message.method} ${pathname}`,
      query: searchParams,
      authorization: message.headers.authorization,
      body: await bodyOf(message)
    }
    sent.push(request)
    const [status, text] = answer(request)
    response.writeHead(status).end(text)
  }
  const server = createServer((message, response) => void serve(message, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, sent }
}

/** What came of a script. */
export interface Loaded {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Writes files into a folder, as archives are unpacked, and runs their `load.sh` with sh and curl. */
export const load = async (
  files: ReadonlyMap<string, string>,
  environment: Readonly<Record<string, string>>
): Promise<Loaded> => {
  const folder = await scratchFolder()
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return new Promise((resolve) => {
    // From elsewhere: a script finds its files by itself.
    const env = { PATH: process.env['PATH'], ...environment }
    execFile('sh', [join(folder, 'load.sh')], { cwd: '/', env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}
