import { PassThrough } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file of an archive; its text is read once, before the next file is asked for. */
export interface ZippedFile {
  /** Parts joined by `/`. */
  readonly path: string
  readonly text: AsyncIterable<string>
}

/** The earliest day that the format knows, in the zone of the machine, which the format leaves open. */
const OPTIONS = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true } as const

async function* bytesOf(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of text) yield Buffer.from(piece)
}

/**
 * A zip archive, written at the pace at which it is read: the same files give the same bytes. What the files throw
 * passes through, and an archive that is not read to its end asks them for nothing more.
 */
export async function* zipStream(files: AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = new PassThrough()
  zip.outputStream.pipe(output)
  let current: PassThrough | undefined

  const addAll = async (): Promise<void> => {
    for await (const { path, text } of files) {
      if (output.destroyed) return
      // The library holds every stream that it was given until the end, and a stream over a text would hold that.
      const content = new PassThrough()
      current = content
      zip.addReadStream(content, path, OPTIONS)
      const read = finished(content)
      await Promise.all([pipeline(bytesOf(text), content), read])
    }
    zip.end()
  }

  const adding = addAll().catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  try {
    for await (const chunk of output) yield chunk as Uint8Array
  } finally {
    output.destroy()
    current?.destroy()
    await adding
  }
}
