import type { ChunkChanges, ChunkChangesRequest } from '../../app/changes/chunk-feed.ts'
import type { KeyedRequest, Services } from '../operation.ts'
import type { ReadChanges, SentChange } from './change-answer.ts'
import { chunkChangeObject } from './chunk-change-object.ts'

/** Rules of up to a thousand indicators each, which are in memory at once. */
const LINES_AT_ONCE = 50

/** The changes feed of grouped rules. Nobody knows before how many come, so that they are noted piece by piece. */
export const groupedChanges =
  (
    request: Omit<ChunkChangesRequest, 'cursor'>,
    { handOut }: Pick<KeyedRequest, 'handOut'>,
    { changes }: Pick<Services, 'changes'>
  ): ReadChanges =>
  async (cursor) => {
    const feed = await changes()
    const answer = await feed.readChunks({ ...request, cursor })
    const { isEmpty, nextCursor, position } = answer
    const close = async (): Promise<void> => answer.close()
    return { isEmpty, nextCursor, position, nextSince: position, lines: noted(sentLines(answer), handOut), close }
  }

async function* sentLines({ lines }: ChunkChanges): AsyncGenerator<readonly SentChange[]> {
  let piece: SentChange[] = []
  for await (const line of lines) {
    piece.push({ op: line.op, cursor: line.cursor, object: chunkChangeObject(line) })
    if (piece.length < LINES_AT_ONCE) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

async function* noted(
  pieces: AsyncIterable<readonly SentChange[]>,
  handOut: KeyedRequest['handOut']
): AsyncGenerator<readonly SentChange[]> {
  for await (const piece of pieces) {
    handOut(piece.length)
    yield piece
  }
}
