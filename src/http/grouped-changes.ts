import type { ChunkChanges, ChunkChangesRequest } from '../app/changes/chunk-feed.ts'
import type { ReadChanges, SentChange } from './change-answer.ts'
import { chunkChangeObject } from './chunk-change-object.ts'
import type { Services } from './operation.ts'

/** The changes feed of grouped rules. */
export const groupedChanges =
  (request: Omit<ChunkChangesRequest, 'cursor'>, { changes }: Services): ReadChanges =>
  async (cursor) => {
    const answer = await changes.readChunks({ ...request, cursor })
    const { isEmpty, nextCursor, position } = answer
    const close = async (): Promise<void> => answer.close()
    return { isEmpty, nextCursor, position, nextSince: position, lines: sentLines(answer), close }
  }

async function* sentLines({ lines }: ChunkChanges): AsyncGenerator<readonly SentChange[]> {
  for await (const line of lines) yield [{ op: line.op, cursor: line.cursor, object: chunkChangeObject(line) }]
}
