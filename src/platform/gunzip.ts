import { createGunzip } from 'node:zlib'
import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import { inflate } from './inflate.ts'
import { type UnpackLimits, unpackWithin } from './unpack-limits.ts'

/** Bytes that the engine hands out at once. */
const OUTPUT_BYTES = 64 * 1024

/**
 * Unpacks gzip (RFC 1952), also several members behind one another. An input that ends too soon gives everything
 * readable and then throws `input_truncated`; a damaged one throws `archive_broken` within 64 KiB of the damage.
 */
export async function* gunzip(
  name: string,
  packed: AsyncIterable<Uint8Array>,
  limits: UnpackLimits
): AsyncGenerator<Uint8Array> {
  try {
    yield* unpackWithin(limits, name, packed, (bytes) => inflate(bytes, createGunzip({ chunkSize: OUTPUT_BYTES })))
  } catch (error) {
    throw gzipProblem(name, error)
  }
}

const gzipProblem = (name: string, error: unknown): unknown => {
  if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) return error
  if (error.code === 'Z_BUF_ERROR') {
    return new Problem(
      'input_truncated',
      `${printable(name)} ends in the middle of its gzip data; what came before was read. Fetch it again.`,
      { cause: error }
    )
  }
  return new Problem(
    'archive_broken',
    `${printable(name)} holds damaged gzip data (${error.message}). Fetch it again.`,
    { cause: error }
  )
}
