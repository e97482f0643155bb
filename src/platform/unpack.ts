import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onDisk } from './disk-problem.ts'
import { gunzip } from './gunzip.ts'
import type { InputSource } from './input-source.ts'
import { UNPACK_LIMITS, type UnpackLimits } from './unpack-limits.ts'
import { unzip } from './unzip.ts'

type Packing = 'gzip' | 'zip' | undefined

/** Bytes that tell an archive. */
const MAGIC_BYTES = 4

/** By RFC 1952 section 2.3.1, and APPNOTE.TXT 4.3.7 (a file first) and 4.3.16 (no file at all). */
const packingOf = ([first, second, third, fourth]: Uint8Array): Packing => {
  if (first === 0x1f && second === 0x8b) return 'gzip'
  if (first !== 0x50 || second !== 0x4b) return undefined
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6) ? 'zip' : undefined
}

/**
 * The bytes of an input, unpacked once where they are gzip or a zip archive with one file, told from their first bytes;
 * anything else passes as it is. Throws the problems of the input, and `input_truncated`, `input_too_large`,
 * `archive_members` or `archive_broken` behind what could be read.
 */
export async function* unpack(source: InputSource, limits: UnpackLimits = UNPACK_LIMITS): AsyncGenerator<Uint8Array> {
  const bytes = source.open()[Symbol.asyncIterator]()
  try {
    const beginning = await readBeginning(bytes)
    const whole = joined(beginning, bytes)
    switch (packingOf(beginning)) {
      case 'gzip':
        yield* gunzip(source.name, whole, limits)
        return
      case 'zip':
        yield* source.path === undefined
          ? unzipSpooled(source.name, whole, limits)
          : unzip(source.name, source.path, limits)
        return
      case undefined:
        yield* whole
    }
  } finally {
    await bytes.return?.()
  }
}

const readBeginning = async (bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array> => {
  let beginning: Uint8Array = new Uint8Array()
  while (beginning.length < MAGIC_BYTES) {
    const next = await bytes.next()
    if (next.done === true) break
    beginning = beginning.length === 0 ? next.value : Buffer.concat([beginning, next.value])
  }
  return beginning
}

async function* joined(beginning: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (beginning.length > 0) yield beginning
  yield* { [Symbol.asyncIterator]: () => rest }
}

/** An archive's table of contents stands at its end, so one that comes through a pipe is laid on the disk first. */
async function* unzipSpooled(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  limits: UnpackLimits
): AsyncGenerator<Uint8Array> {
  const temporary = tmpdir()
  const folder = await onDisk(temporary, () => mkdtemp(join(temporary, 'sigmill-')))
  const path = join(folder, 'input.zip')
  try {
    await onDisk(path, () => writeFile(path, bytes))
    yield* unzip(name, path, limits)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
