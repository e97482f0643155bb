import { connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { addresses, startServer, type TestServer } from './test-server.ts'

const oneAtATime = async (): Promise<TestServer> => {
  const server = await startServer({
    settings: (defaults) => ({
      ...defaults,
      limits: { ...defaults.limits, maxConcurrentExports: 1, maxExportsPerKey: 1 }
    })
  })
  await server.import(...addresses(3_000))
  return server
}

const open = (server: TestServer): Socket => {
  const { hostname, port } = new URL(server.url)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.on('error', () => {})
  return socket
}

/** What counts as an export, or as a stream. */
const DOWNLOADS = [
  '/api/v1/iocs/sigma?limit=10000',
  '/api/v1/iocs/sigma?group=auto',
  '/api/v1/iocs/sigma/manifest?limit=10000',
  '/api/v1/iocs/sigma/changes',
  '/api/v1/iocs/sigma/changes?group=auto',
  '/api/v1/iocs?limit=10000',
  '/api/v1/iocs/stix?limit=10000',
  '/api/v1/bundles/splunk',
  '/api/taxii2/api/collections/all/objects/'
]

test.each(DOWNLOADS)('%s that is broken off again and again gives its place back each time', async (path) => {
  const server = await oneAtATime()
  const accept = path.includes('taxii2') ? '*/*' : 'text/event-stream, */*'
  const request = `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept: ${accept}\r\nX-API-Key: ${server.pro}\r\n\r\n`
  for (let round = 0; round < 5; round++) {
    const early = open(server)
    early.write(request, () => early.resetAndDestroy())
    const late = open(server)
    late.write(request)
    await new Promise((resolve) => late.once('data', resolve))
    late.resetAndDestroy()
  }
  while ((await server.ask('/api/v1/iocs?limit=1')).status !== 200);
  // It waits for views and answers that are still open, and would not end if one were left.
  await server.close()
  await server.store.close()
  expect(server.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
})

test('a body that is broken off leaves no error, and changes nothing', async () => {
  const server = await startServer()
  const key = await server.keyWithScopes('keys:self')
  const head = `POST /api/v1/keys HTTP/1.1\r\nHost: x\r\nX-API-Key: ${key}\r\nContent-Type: application/json\r\n`
  for (const framing of ['Content-Length: 60\r\n\r\n{"name":"a"', 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"nam']) {
    const socket = open(server)
    await new Promise<void>((resolve) => socket.write(head + framing, () => resolve()))
    // Half-closed: what is missing will never come.
    socket.end()
    await new Promise((resolve) => socket.once('close', resolve).resume())
  }
  await server.close()
  expect(await server.store.keys.list('tests')).toHaveLength(3)
  expect(server.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
  expect(server.log.filter((line) => line.includes('"msg":"request"'))).toHaveLength(2)
})

test('requests by the hundred on one connection are answered in turn', async () => {
  const server = await startServer()
  const socket = open(server)
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  const request = (last: string): string =>
    `GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX-API-Key: ${server.pro}\r\n${last}\r\n`
  socket.write(request('').repeat(299) + request('Connection: close\r\n'))
  await new Promise((resolve) => socket.once('close', resolve))
  const left = [
    ...Buffer.concat(chunks)
      .toString()
      .matchAll(/^x-ratelimit-remaining: (\d+)/gim)
  ].map(([, n]) => Number(n))
  expect(left).toEqual(Array.from({ length: 300 }, (_, index) => 999 - index))
})

test('a connection that is reset amid a hundred requests leaves nothing behind', async () => {
  const server = await oneAtATime()
  const socket = open(server)
  socket.write(`GET /api/v1/iocs/sigma HTTP/1.1\r\nHost: x\r\nX-API-Key: ${server.pro}\r\n\r\n`.repeat(100))
  await new Promise((resolve) => socket.once('data', resolve))
  socket.resetAndDestroy()
  while ((await server.ask('/api/v1/iocs/sigma?limit=1')).status !== 200);
  await server.close()
  expect(server.log.filter((line) => line.includes('"level":"error"'))).toEqual([])
})
