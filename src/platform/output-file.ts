import { chmod, open, realpath, rename, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { onDisk } from './disk-problem.ts'
import { ifThere } from './if-there.ts'
import { placeFile } from './temporary-file.ts'

const NEW_FILE_MODE = 0o666
const PERMISSION_BITS = 0o777

/**
 * Writes a file whole or not at all: until the last chunk is safe on the disk, the path shows what it showed before.
 * A link is followed, a file keeps its permissions, and a pipe or device is written to directly. Throws `disk_full`
 * or `disk_denied`; what the chunks themselves throw passes through.
 */
export const writeFileAtomically = async (path: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> => {
  await onDisk(path, async () => {
    const existing = await ifThere(stat(path))
    if (existing === undefined) await replace(path, chunks)
    else if (existing.isFile()) await replace(await writable(path), chunks, existing.mode & PERMISSION_BITS)
    else await writeFile(path, chunks)
  })
}

/** `mode` is that of the file to replace, which no mask of the process may narrow. */
const replace = async (path: string, chunks: AsyncIterable<string | Uint8Array>, mode?: number): Promise<void> => {
  await placeFile(dirname(path), chunks, { mode: mode ?? NEW_FILE_MODE, durable: true }, async (temporary) => {
    if (mode !== undefined) await chmod(temporary, mode)
    await rename(temporary, path)
  })
}

/** The file behind all links; throws where it is write-protected, which a rename would not heed. */
const writable = async (path: string): Promise<string> => {
  const real = await realpath(path)
  await (await open(real, 'r+')).close()
  return real
}
