import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeChunks } from './write-chunks.ts'

/** Text, or chunks of text or bytes. */
export type Contents = string | AsyncIterable<string | Uint8Array>

/** How a file is written before it takes its place. */
export interface Placing {
  /** Permission bits, less the process's mask. */
  readonly mode: number
  /** Whether the bytes must survive a power cut before the file takes its place. */
  readonly durable: boolean
}

/**
 * Writes contents into a hidden file in `folder` and hands its path to `place`, which links or renames it to where it
 * belongs. Whatever fails, the hidden file is gone afterwards.
 */
export const placeFile = async (
  folder: string,
  contents: Contents,
  { mode, durable }: Placing,
  place: (temporary: string) => Promise<void>
): Promise<void> => {
  const temporary = join(folder, `.sigmill-${randomBytes(8).toString('hex')}.tmp`)
  const handle = await open(temporary, 'wx', mode)
  try {
    try {
      await (typeof contents === 'string' ? handle.writeFile(contents) : writeChunks(handle, contents))
      if (durable) await handle.sync()
    } finally {
      await handle.close()
    }
    await place(temporary)
    if (durable) await syncFolder(folder)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Makes a new name in a folder survive a power cut. Windows opens no folders and does that by itself. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
