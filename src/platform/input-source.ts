import { createReadStream, type Stats } from 'node:fs'
import { basename } from 'node:path'
import type { Seconds } from '../indicator/time.ts'
import type { Problem } from '../problem/problem.ts'
import { inputProblem } from './input-problem.ts'

/** One thing to read: a file, a pipe, or standard input. */
export interface InputSource {
  /** The path as given or found, `-` for standard input. */
  readonly name: string
  /** A feed name for want of a better: the file name without its extensions, `stdin` for standard input. */
  readonly stem: string
  /** When the file was last written; `undefined` where there is no such time. */
  readonly modified: Seconds | undefined
  /** Where the bytes can be read at any offset: regular files only. */
  readonly path: string | undefined
  /** The bytes as they lie there, packed or not. Throws the `Problem` by which they cannot be read. */
  open(): AsyncIterable<Uint8Array>
}

/** Endings that say how a file is written, and nothing of what it holds. */
const EXTENSIONS = new Set(
  'csv dat event gz ioc ipset json jsonl list log md5 misp ndjson netset sha1 sha256 stix text tsv txt xml zip'.split(
    ' '
  )
)

const CHUNK_BYTES = 256 * 1024

/** `urlhaus` for `feeds/urlhaus.csv.gz`. */
export const stemOf = (path: string): string => {
  let stem = basename(path)
  for (;;) {
    const dot = stem.lastIndexOf('.')
    if (dot <= 0 || !EXTENSIONS.has(stem.slice(dot + 1).toLowerCase())) return stem
    stem = stem.slice(0, dot)
  }
}

async function* bytesOf(name: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of bytes) yield chunk
  } catch (error) {
    throw inputProblem(name, error)
  }
}

/** A file, pipe or device that exists. */
export const fileInput = (path: string, stats: Stats): InputSource => ({
  name: path,
  stem: stemOf(path),
  modified: stats.isFile() ? Math.floor(stats.mtimeMs / 1000) : undefined,
  path: stats.isFile() ? path : undefined,
  open: () => bytesOf(path, createReadStream(path, { highWaterMark: CHUNK_BYTES }))
})

/** Standard input. */
export const standardInput = (stdin: AsyncIterable<Uint8Array>): InputSource => ({
  name: '-',
  stem: 'stdin',
  modified: undefined,
  path: undefined,
  open: () => bytesOf('standard input', stdin)
})

/** Something that was asked for and cannot be read: it says so when it is opened, like any other that fails. */
export const unreadableInput = (path: string, problem: Problem): InputSource => ({
  name: path,
  stem: stemOf(path),
  modified: undefined,
  path: undefined,
  open() {
    throw problem
  }
})
