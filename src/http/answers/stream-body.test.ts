import { createServer, get, IncomingMessage, ServerResponse } from 'node:http'
import { connect, Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { CODERS } from './content-coding.ts'
import { streamBody, type BodyFailure, type BodyOptions } from './stream-body.ts'

/** A server whose every answer is a body; gives its port and what became of the last body. */
const serve = async (
  body: () => AsyncIterator<string>,
  coding?: string,
  options: BodyOptions = {}
): Promise<{ port: number; outcome: Promise<BodyFailure | undefined> }> => {
  let settle: (outcome: BodyFailure | undefined) => void = () => {}
  const outcome = new Promise<BodyFailure | undefined>((resolve) => {
    settle = resolve
  })
  const server = createServer((_request, response) => {
    const chunks = body()
    const coder = coding === undefined ? undefined : CODERS[coding]?.()
    void chunks.next().then(async (first) => settle(await streamBody(first, chunks, response, { coder, ...options })))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, outcome }
}

const fetchBody = (port: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent: false }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => resolve(Buffer.concat(chunks)))
    }).on('error', reject)
  })

async function* failing(): AsyncGenerator<string> {
  yield await Promise.resolve('half of ')
  throw new Error('the disk is gone')
}

describe('a body', () => {
  test('arrives whole', async () => {
    async function* whole(): AsyncGenerator<string> {
      yield* ['one ', 'two ', 'drei ü']
    }
    const { port, outcome } = await serve(whole)
    expect(String(await fetchBody(port))).toBe('one two drei ü')
    expect(await outcome).toBeUndefined()
  })

  test('is not begun for a client that has gone, and its source ends', async () => {
    const response = new ServerResponse(new IncomingMessage(new Socket()))
    response.destroy()
    let hasEnded = false
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) yield 'more'
      } finally {
        hasEnded = true
      }
    }
    const chunks = endless()
    expect(await streamBody(await chunks.next(), chunks, response)).toBeUndefined()
    expect(hasEnded).toBe(true)
  })

  test('without a chunk is empty', async () => {
    async function* nothing(): AsyncGenerator<string> {}
    const { port, outcome } = await serve(nothing)
    expect(String(await fetchBody(port))).toBe('')
    expect(await outcome).toBeUndefined()
  })
})

describe('a body that fails half-way', () => {
  test.each([undefined, ...Object.keys(CODERS)])('is cut off (%s)', async (coding) => {
    const { port, outcome } = await serve(failing, coding)
    await expect(fetchBody(port)).rejects.toThrow(/aborted|ECONNRESET|hang up/)
    expect((await outcome)?.error).toEqual(new Error('the disk is gone'))
  })

  test('is cut off by a reset for HTTP/1.0, which knows no other sign', async () => {
    const { port } = await serve(failing)
    const ended = new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port }, () => socket.write('GET / HTTP/1.0\r\n\r\n'))
      socket.on('error', (error) => resolve(error.message))
      socket.on('end', () => resolve('a proper end'))
      socket.resume()
    })
    expect(await ended).toContain('ECONNRESET')
  })
})

test('a client that goes away ends the source, and is no failure', async () => {
  let ended: () => void = () => {}
  const end = new Promise<void>((resolve) => {
    ended = resolve
  })
  async function* endless(): AsyncGenerator<string> {
    try {
      for (let chunk = 0; chunk < Infinity; chunk++) yield 'x'.repeat(100_000)
    } finally {
      ended()
    }
  }
  const { port, outcome } = await serve(endless)
  const client = get({ port, host: '127.0.0.1', agent: false }, () => client.destroy())
  client.on('error', () => {})
  await end
  expect(await outcome).toBeUndefined()
})

describe('a client that takes too little', () => {
  test.each([
    ['of a body', 1_000],
    ['of its end', 1]
  ])('%s is cut off, and is no failure', async (_what, count) => {
    async function* large(): AsyncGenerator<string> {
      for (let chunk = 0; chunk < count; chunk++) yield 'x'.repeat(16_000_000)
    }
    const { port, outcome } = await serve(large, undefined, { portion: 50 })
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'))
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    // A byte now and then looks busy.
    socket.once('readable', () => {
      const reading = setInterval(() => void socket.read(1), 2)
      onTestFinished(() => clearInterval(reading))
    })
    expect(await outcome).toBeUndefined()
  })
})
