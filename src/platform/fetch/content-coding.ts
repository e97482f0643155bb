import { pipeline, Readable, type Transform } from 'node:stream'
import * as zlib from 'node:zlib'

type Bytes = AsyncIterable<Uint8Array>

/** Undoes a content coding. Throws what its engine throws for damaged bytes, and what the bytes throw. */
export type Decode = (packed: Bytes) => Bytes

/**
 * Bytes through an engine with back-pressure from end to end: sixteen kilobytes of Brotli can stand for gigabytes,
 * so what was not asked for is not unpacked.
 */
async function* through(packed: Bytes, engine: Transform): AsyncGenerator<Uint8Array> {
  // The failure of either side comes out of the engine.
  pipeline(Readable.from(packed, { objectMode: false }), engine, () => {})
  yield* engine
}

/** `deflate` is zlib by RFC 9110 section 8.4.1.2, and bare deflate by many servers: the first byte tells. */
async function* inflateEither(packed: Bytes): AsyncGenerator<Uint8Array> {
  const chunks = packed[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done === true) return
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first.value
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  const isZlib = ((first.value[0] ?? 0) & 0x0f) === 8
  yield* through(all(), isZlib ? zlib.createInflate() : zlib.createInflateRaw())
}

const gunzip: Decode = (packed) => through(packed, zlib.createGunzip())

/** Node 22.15 and later have an engine for zstd. */
const createZstd: unknown = 'createZstdDecompress' in zlib ? zlib.createZstdDecompress : undefined

const isEngine = (create: unknown): create is () => Transform => typeof create === 'function'

const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflateEither],
  ['br', (packed) => through(packed, zlib.createBrotliDecompress())],
  ...(isEngine(createZstd) ? [['zstd', (packed: Bytes) => through(packed, createZstd())] as const] : []),
  ['identity', (bytes) => bytes]
])

/** The codings that are asked for. */
export const ACCEPT_ENCODING = [...DECODERS.keys()]
  .filter((name) => name !== 'x-gzip' && name !== 'identity')
  .join(', ')

/** How the one coding of a `Content-Encoding` header is undone; `undefined` for an unknown one, and for several. */
export const decoderOf = (contentEncoding: string): Decode | undefined =>
  DECODERS.get(contentEncoding.trim().toLowerCase())
