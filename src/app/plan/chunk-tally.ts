import { type PatternSize, sumOfSizes } from '../../plan/pattern-size.ts'
import { createChunkPartition, type Piece } from '../groups/chunk-partition.ts'

/** Cuts the indicators of a group, given in the order of their ids, into chunks and sums up the patterns of each. */
export interface ChunkTally {
  add(id: string, patterns: PatternSize): void
  /** The last chunks. */
  end(): void
}

/** A tally of chunks of at most `size` members; `onChunk` hears of each. */
export const createChunkTally = (size: number, onChunk: (patterns: PatternSize) => void): ChunkTally => {
  const partition = createChunkPartition(size)
  // Of the ids that no piece holds yet. Pieces come in the order of ids, and none stands between the ids of another.
  let waiting: PatternSize[] = []

  const take = (pieces: readonly Piece[]): void => {
    let taken = 0
    for (const { members } of pieces) {
      onChunk(sumOfSizes(waiting.slice(taken, taken + members)))
      taken += members
    }
    if (taken > 0) waiting = waiting.slice(taken)
  }

  return {
    add(id, patterns) {
      waiting.push(patterns)
      take(partition.add(id))
    },
    end() {
      take(partition.end())
    }
  }
}
