import { constants } from 'node:fs'
import { type FileHandle, open, realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { printable } from '../../problem/printable.ts'
import { ifThere } from '../if-there.ts'
import { inputProblem } from '../input-problem.ts'
import { stemOf } from '../input-source.ts'
import { unpack } from '../unpack.ts'
import { type FetchLimits, unpackLimits } from './fetch-limits.ts'
import { refused, tooLarge } from './fetch-problem.ts'
import type { FetchAnswer } from './fetch-answer.ts'
import type { Validators } from './fetch-request.ts'

/** What the fetch of a file is held against. */
export interface FileTerms {
  readonly folders: readonly string[]
  readonly validators: Validators | undefined
  readonly limits: FetchLimits
}

/** Fetches a file below one of the folders. What a link leads out of them to is refused like anything else outside. */
export const fetchFile = async (path: string, { folders, validators, limits }: FileTerms): Promise<FetchAnswer> => {
  const real = await realPathBelow(path, folders)
  const handle = await openFile(path, real)
  const { size, mtimeNs, mtimeMs } = await handle.stat({ bigint: true })
  const etag = `"${size}-${mtimeNs}"`
  if (etag === validators?.etag) {
    await handle.close()
    return { kind: 'unchanged' }
  }
  if (size > limits.bytes) {
    await handle.close()
    throw tooLarge(printable(path), `has more than ${limits.bytes} bytes`)
  }
  const modified = Number(mtimeMs / 1_000n)
  const stem = stemOf(path)
  const bytes = (): AsyncIterable<Uint8Array> => handle.createReadStream()
  return {
    kind: 'body',
    name: path,
    stem,
    modified,
    body: unpack({ name: path, stem, modified, path: undefined, open: bytes }, unpackLimits(limits)),
    etag,
    lastModified: undefined,
    finalUrl: path,
    header: () => undefined,
    close: () => handle.close()
  }
}

/** The path without links. It is asked of the disk only where the text already lies below a folder. */
const realPathBelow = async (path: string, folders: readonly string[]): Promise<string> => {
  const real = await Promise.all(folders.map(async (folder) => (await ifThere(realpath(folder))) ?? resolve(folder)))
  const all = [...folders.map((folder) => resolve(folder)), ...real]
  if (!all.some((folder) => isBelow(resolve(path), folder))) throw outside(path, folders)
  const found = await onInput(path, () => realpath(path))
  if (!real.some((folder) => isBelow(found, folder))) throw outside(path, folders)
  return found
}

const isBelow = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

const openFile = async (path: string, real: string): Promise<FileHandle> => {
  // A pipe would be waited for when it is opened.
  if (!(await onInput(path, () => stat(real))).isFile()) throw refused(printable(path), 'is no plain file. Name a file')
  // A link that was put there meanwhile is not followed.
  return onInput(path, () => open(real, constants.O_RDONLY | constants.O_NOFOLLOW))
}

const onInput = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw inputProblem(path, error)
  }
}

const outside = (path: string, folders: readonly string[]): Error =>
  refused(
    printable(path),
    folders.length === 0
      ? 'is a file, and no folder is open to feeds. Name one in the setting fetch.folders'
      : `lies outside the folders that are open to feeds (${folders.map(printable).join(', ')}). Put it there, or add its folder to the setting fetch.folders`
  )
