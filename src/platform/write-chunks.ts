import type { FileHandle } from 'node:fs/promises'

/** Writes chunks to the end of an open file, each while the next one is made. */
export const writeChunks = async (file: FileHandle, chunks: AsyncIterable<string | Uint8Array>): Promise<void> => {
  let writing = Promise.resolve()
  try {
    for await (const chunk of chunks) {
      await writing
      writing = file.writeFile(chunk)
      // It is waited for behind the next chunk; until then a failure must not end the process.
      writing.catch(() => {})
    }
  } finally {
    await writing
  }
}
