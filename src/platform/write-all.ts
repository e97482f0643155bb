import type { Writable } from 'node:stream'
import { diskProblem } from './disk-problem.ts'
import { errnoOf } from './errno.ts'

/**
 * Writes chunks to a stream that stays open, standard output above all, and waits for each, so that nothing piles up.
 * A reader that goes away (`| head`) ends it quietly, and the chunks are closed. Throws `disk_full` or `disk_denied`;
 * what the chunks themselves throw passes through. `name` is what messages call the stream.
 */
export const writeAll = async (
  name: string,
  stream: Writable,
  chunks: AsyncIterable<string | Uint8Array>
): Promise<void> => {
  // A failed stream also emits its error, which would end the process if nobody listened.
  const ignore = (): void => {}
  stream.on('error', ignore)
  let failure: Error | undefined
  try {
    for await (const chunk of chunks) {
      failure = await write(stream, chunk)
      if (failure !== undefined) break
    }
  } finally {
    if (failure === undefined) stream.off('error', ignore)
  }
  if (failure !== undefined && !isGone(failure)) throw diskProblem(name, failure)
}

const write = (stream: Writable, chunk: string | Uint8Array): Promise<Error | undefined> =>
  new Promise((resolve) => {
    stream.write(chunk, (error) => resolve(error ?? undefined))
  })

/** The other end of a pipe was closed, in this write or in one before. */
const isGone = (failure: Error): boolean =>
  errnoOf(failure) === 'EPIPE' || ('code' in failure && failure.code === 'ERR_STREAM_DESTROYED')
