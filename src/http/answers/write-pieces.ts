import type { ServerResponse } from 'node:http'
import { HTTP_TIMES, PORTION } from '../http-times.ts'
import { watchReader } from './watch-reader.ts'

/** Portions that are handed over at once, and then waited for together. */
const PORTIONS_AT_ONCE = 4

/**
 * Writes a body that is there in whole, at the pace of the client; of what the client has not taken, nothing is copied.
 * Resolves when the answer is over. A client that goes away is no failure; one that takes longer than `portion`
 * milliseconds for each {@link PORTION} is cut off.
 */
export const writePieces = async (
  pieces: readonly Uint8Array[],
  response: ServerResponse,
  portion: number = HTTP_TIMES.portion
): Promise<void> => {
  // Of an answer that was queued behind another one, nobody would tell that it is over.
  if (response.destroyed) return
  const reader = watchReader(PORTIONS_AT_ONCE * portion, () => void response.socket?.resetAndDestroy())
  let written = 0
  let untaken = 0

  /** Says whether the client takes more at once. */
  const writeSome = (): boolean => {
    let takesMore = true
    response.cork()
    for (; written < pieces.length && untaken < PORTIONS_AT_ONCE * PORTION; written++) {
      const piece = pieces[written]
      if (piece === undefined) continue
      takesMore = response.write(piece)
      untaken += piece.length
    }
    response.uncork()
    return takesMore
  }

  const goOn = (): void => {
    do {
      if (untaken > 0) reader.took(untaken)
      untaken = 0
      reader.waits()
      if (written === pieces.length) response.end()
    } while (written < pieces.length && writeSome())
  }

  await new Promise<void>((resolve) => {
    response.once('close', resolve)
    response.on('drain', goOn)
    goOn()
  })
  reader.leave()
}
