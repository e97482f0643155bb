import { Readable } from 'node:stream'
import { gunzipSync, gzipSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Problem } from '../problem/problem.ts'
import { gunzip } from './gunzip.ts'
import { UNPACK_LIMITS } from './unpack-limits.ts'

const saying = (text: string): unknown => expect.stringContaining(text)

const LIMITS = UNPACK_LIMITS

/** What came out, and the problem at its end. */
const unpacked = async (
  packed: Uint8Array,
  { chunk = packed.length || 1, limits = LIMITS } = {}
): Promise<{ text: string; problem: Problem | undefined }> => {
  const chunks: Uint8Array[] = []
  for (let start = 0; start < packed.length; start += chunk) chunks.push(packed.subarray(start, start + chunk))
  const bytes: Uint8Array[] = []
  let problem: Problem | undefined
  try {
    for await (const piece of gunzip('feed.gz', Readable.from(chunks), limits)) bytes.push(piece)
  } catch (error) {
    problem = error as Problem
  }
  return { text: Buffer.concat(bytes).toString('latin1'), problem }
}

const lines = (count: number): string =>
  Array.from({ length: count }, (_, line) => `192.0.2.${line % 256} ${line}\n`).join('')

test.each([1, 7, 1000, 1_000_000])('chunks of %i bytes give the same text', async (chunk) => {
  const text = lines(2_000)
  expect(await unpacked(gzipSync(text), { chunk })).toEqual({ text, problem: undefined })
})

test('members behind one another are one text', async () => {
  const packed = Buffer.concat([gzipSync('first\n'), gzipSync(''), gzipSync('second\n')])
  for (const chunk of [1, 10, 1000]) {
    expect(await unpacked(packed, { chunk })).toEqual({ text: 'first\nsecond\n', problem: undefined })
  }
})

test('zeros behind the last member are padding, however long', async () => {
  const packed = Buffer.concat([gzipSync('text'), Buffer.alloc(100_000)])
  for (const chunk of [10, 4096, 1_000_000]) {
    expect(await unpacked(packed, { chunk })).toEqual({ text: 'text', problem: undefined })
  }
})

test('a file that ends too soon gives everything readable, then says so', async () => {
  const text = lines(20_000)
  const packed = gzipSync(text)
  for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
    const cut = packed.subarray(0, 2 + Math.floor(share * (packed.length - 3)))
    const readable = gunzipSync(cut, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
    const result = await unpacked(cut, { chunk: 50_000 })
    expect(result.text).toBe(readable)
    expect(text.startsWith(result.text)).toBe(true)
    expect(result.problem).toMatchObject({
      code: 'input_truncated',
      message: '"feed.gz" ends in the middle of its gzip data; what came before was read. Fetch it again.'
    })
  }
})

test('a damaged file gives what comes before the damage, then says so', async () => {
  const text = lines(20_000)
  const packed = gzipSync(text)
  packed.fill(0xff, packed.length - 5_000)
  const result = await unpacked(packed)
  expect(result.problem).toMatchObject({ code: 'archive_broken' })
  expect(result.text.length).toBeGreaterThan(text.length / 2)
  expect(text.startsWith(result.text.slice(0, text.length / 2))).toBe(true)
})

test('a wrong checksum is damage', async () => {
  const packed = gzipSync('text')
  packed.writeUInt32LE(0, packed.length - 8)
  expect(await unpacked(packed)).toMatchObject({
    problem: {
      code: 'archive_broken',
      message: '"feed.gz" holds damaged gzip data (incorrect data check). Fetch it again.'
    }
  })
})

test('a bomb is stopped by its ratio, long before it is unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(8 * 2 ** 20), { level: 9 })
  const limits = { ...LIMITS, ratio: 500, ratioFrom: 2 ** 20 }
  const { text, problem } = await unpacked(bomb, { chunk: 512, limits })
  expect(problem).toMatchObject({
    code: 'input_too_large',
    message:
      '"feed.gz" unpacks more than 500-fold, as only an archive made to do harm does. Unpack it by hand and give the file inside.'
  })
  expect(text.length).toBeLessThan(3 * 2 ** 20)
})

test('a text that repeats itself is no bomb', async () => {
  const text = '192.0.2.1\n'.repeat(100_000)
  const limits = { ...LIMITS, ratioFrom: 1_000 }
  expect(await unpacked(gzipSync(text), { limits })).toEqual({ text, problem: undefined })
})

test('an archive larger than the limit is stopped there', async () => {
  const { text, problem } = await unpacked(gzipSync(lines(50_000)), { limits: { ...LIMITS, bytes: 100_000 } })
  expect(problem).toMatchObject({ code: 'input_too_large', message: saying('unpacks to more than 100000 bytes') })
  expect(text.length).toBeLessThanOrEqual(100_000)
})

test('a problem of the input passes through behind what was read', async () => {
  const packed = gzipSync(lines(20_000))
  const failure = new Error('the disk went away')
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield packed.subarray(0, 20_000)
    throw failure
  }
  const pieces: Uint8Array[] = []
  const reading = (async () => {
    for await (const piece of gunzip('feed.gz', broken(), LIMITS)) pieces.push(piece)
  })()
  await expect(reading).rejects.toBe(failure)
  expect(pieces.length).toBeGreaterThan(0)
})

test('a reader that stops early closes the input', async () => {
  const input = Readable.from([gzipSync(lines(20_000))])
  for await (const piece of gunzip('feed.gz', input, LIMITS)) {
    expect(piece.length).toBeGreaterThan(0)
    break
  }
  expect(input.destroyed).toBe(true)
})
