import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onDisk } from './disk-problem.ts'

/** Where a text lies in a spool. */
export interface SpoolPlace {
  readonly at: number
  readonly length: number
}

/** Texts that are too many for the memory, kept on disk until they are wanted. */
export interface Spool {
  /** Keeps a text and tells where. One at a time. */
  add(text: string): Promise<SpoolPlace>
  read(place: SpoolPlace): Promise<string>
  /** Throws everything away. */
  close(): Promise<void>
}

/** Opens a spool in the folder for temporary files; however the process ends, nothing of it stays there. */
export const openSpool = async (): Promise<Spool> => {
  const path = join(tmpdir(), `sigmill-${randomBytes(8).toString('hex')}.tmp`)
  const handle = await onDisk(path, () => openNameless(path))
  let end = 0
  return {
    async add(text) {
      const bytes = Buffer.from(text)
      const place = { at: end, length: bytes.length }
      await onDisk(path, () => handle.write(bytes, 0, bytes.length, end))
      end += bytes.length
      return place
    },
    async read({ at, length }) {
      const { buffer } = await onDisk(path, () => handle.read(Buffer.alloc(length), 0, length, at))
      return buffer.toString()
    },
    async close() {
      await handle.close()
      await rm(path, { force: true })
    }
  }
}

/** A file whose name is gone as soon as it is open. Windows keeps the name until it is closed. */
const openNameless = async (path: string): Promise<FileHandle> => {
  const handle = await open(path, 'wx+', 0o600)
  if (process.platform !== 'win32') await rm(path)
  return handle
}
