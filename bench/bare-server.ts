import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fastify from 'fastify'

/**
 * A server that does nothing but answer: `bare-server.ts node:http|fastify STATUS HEADERS FILE`, with headers as JSON and the
 * body in a file.
 */
const [by, status = '200', headersText = '{}', file = ''] = process.argv.slice(2)
const headers = JSON.parse(headersText) as Record<string, string>
const body = await readFile(file)

const bareNode = (): Server =>
  createServer((_request, response) => {
    response.writeHead(Number(status), { ...headers, 'Content-Length': body.length })
    response.end(body)
  }).listen(0, '127.0.0.1')

const bareFastify = async (): Promise<Server> => {
  const app = fastify()
  app.get('/', (_request, reply) => {
    void reply
      .code(Number(status))
      .headers(headers)
      .send(status === '304' ? undefined : body)
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app.server
}

const server = by === 'fastify' ? await bareFastify() : bareNode()
const say = (): void => console.log(`listens on http://127.0.0.1:${(server.address() as AddressInfo).port};`)
if (server.listening) say()
else server.once('listening', say)
process.once('SIGTERM', () => process.exit())
