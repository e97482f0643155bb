import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { standardInput } from './input-source.ts'
import { unpack } from './unpack.ts'

const unpacked = async (...chunks: readonly (string | Uint8Array)[]): Promise<string> => {
  const input = standardInput(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))
  const bytes: Uint8Array[] = []
  for await (const piece of unpack(input)) bytes.push(piece)
  return Buffer.concat(bytes).toString('latin1')
}

test.each([
  [[]],
  [['']],
  [['x']],
  [['PK']],
  [['PK\u0003', '\u0005 text']],
  [['P', 'KB', ' and', ' more']],
  [['192.0.2.1\n', '192.0.2.2\n']]
])('what is no archive passes as it is: %j', async (chunks) => {
  expect(await unpacked(...chunks)).toBe(chunks.join(''))
})

test('gzip is told from its first bytes, however they arrive', async () => {
  const packed = gzipSync('text')
  expect(await unpacked(packed)).toBe('text')
  expect(await unpacked(...[...packed].map((byte) => Uint8Array.of(byte)))).toBe('text')
})

test('gzip in gzip is opened once', async () => {
  const inner = gzipSync('text')
  expect(await unpacked(gzipSync(inner))).toBe(inner.toString('latin1'))
})

test('a reader that stops early closes the input', async () => {
  const stdin = Readable.from([Buffer.from('first'), Buffer.from('second')])
  for await (const _ of unpack(standardInput(stdin))) break
  expect(stdin.destroyed).toBe(true)
})

test('an input that cannot be opened throws its problem', async () => {
  const failure = new Error('no')
  const source = {
    ...standardInput(Readable.from([])),
    open() {
      throw failure
    }
  }
  await expect(unpack(source).next()).rejects.toBe(failure)
})
