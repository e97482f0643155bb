import { createInflateRaw, crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { printable } from '../problem/printable.ts'
import { Problem } from '../problem/problem.ts'
import { errnoOf } from './errno.ts'
import { inflate } from './inflate.ts'
import { inputProblem } from './input-problem.ts'
import { type UnpackLimits, unpackWithin } from './unpack-limits.ts'
import { isStored, onlyMember, requireReadable } from './zip-member.ts'

/** Bytes that the engine hands out at once. */
const OUTPUT_BYTES = 64 * 1024

/**
 * Unpacks the only file of the zip archive at `path`; `name` is what messages call it. Throws `archive_members` where
 * it holds none or several, and `archive_broken` where it is damaged, encrypted or packed by an unknown method; what
 * is readable before the damage is yielded.
 */
export async function* unzip(name: string, path: string, limits: UnpackLimits): AsyncGenerator<Uint8Array> {
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { autoClose: false })
    const member = await onlyMember(name, zip)
    requireReadable(name, member)
    const packed = await zip.openReadStreamPromise(member, { decodeFileData: false })
    yield* checked(member, unpackWithin(limits, name, packed, isStored(member) ? asItIs : inflateMember))
  } catch (error) {
    throw zipProblem(name, error)
  } finally {
    zip?.close()
  }
}

type Bytes = AsyncIterable<Uint8Array>

const asItIs = (packed: Bytes): Bytes => packed

const inflateMember = (packed: Bytes): Bytes => inflate(packed, createInflateRaw({ chunkSize: OUTPUT_BYTES }))

/** Passes the bytes on and holds them against the size and checksum that the archive gives. */
async function* checked(member: Entry, bytes: Bytes): AsyncGenerator<Uint8Array> {
  let size = 0
  let checksum = 0
  for await (const chunk of bytes) {
    size += chunk.length
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (size !== member.uncompressedSize) throw new Error(`${size} bytes instead of ${member.uncompressedSize}`)
  if (checksum !== member.crc32) throw new Error('wrong checksum')
}

const zipProblem = (name: string, error: unknown): Problem => {
  if (error instanceof Problem) return error
  if (errnoOf(error) !== undefined || !(error instanceof Error)) return inputProblem(name, error)
  return new Problem(
    'archive_broken',
    `The archive ${printable(name)} is damaged (${error.message}). Fetch it again.`,
    {
      cause: error
    }
  )
}
