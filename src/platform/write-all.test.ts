import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { PassThrough, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { writeAll } from './write-all.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* parts
}

test('the chunks arrive in order and the stream stays open', async () => {
  const stream = new PassThrough()
  const read = text(stream)
  const listeners = stream.listenerCount('error')
  await writeAll('standard output', stream, chunks('a', Buffer.from('b'), 'c'))
  expect(stream.writableEnded).toBe(false)
  expect(stream.listenerCount('error')).toBe(listeners)
  stream.end()
  expect(await read).toBe('abc')
})

test('a chunk is asked for only when the one before it is taken', async () => {
  let asked = 0
  let taken = 0
  async function* counted(): AsyncGenerator<string> {
    for (let number = 0; number < 50; number++) {
      expect(asked++).toBe(taken)
      yield 'x'.repeat(10_000)
    }
  }
  const slow = new Writable({
    write(_chunk, _encoding, done) {
      setImmediate(() => {
        taken++
        done()
      })
    }
  })
  await writeAll('standard output', slow, counted())
  expect(taken).toBe(50)
})

test('a reader that goes away ends the writing quietly and closes the chunks', async () => {
  const child = spawn('head', ['-c', '1'], { stdio: ['pipe', 'ignore', 'inherit'] })
  let isClosed = false
  async function* endless(): AsyncGenerator<string> {
    try {
      for (;;) yield 'x'.repeat(100_000)
    } finally {
      isClosed = true
    }
  }
  await writeAll('standard output', child.stdin, endless())
  expect(isClosed).toBe(true)
  await writeAll('standard output', child.stdin, chunks('more'))
})

test.skipIf(process.platform !== 'linux')('a stream to a full disk is disk_full', async () => {
  await expect(writeAll('standard output', createWriteStream('/dev/full'), chunks('x'))).rejects.toMatchObject({
    code: 'disk_full',
    message: saying('"standard output" cannot be written')
  })
})

test('chunks that fail throw their failure and leave the stream usable', async () => {
  const stream = new PassThrough()
  const failure = new Error('no more')
  async function* failing(): AsyncGenerator<string> {
    yield 'half'
    throw failure
  }
  await expect(writeAll('standard output', stream, failing())).rejects.toBe(failure)
  expect(stream.destroyed).toBe(false)
  expect(stream.listenerCount('error')).toBe(0)
})
