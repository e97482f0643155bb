import { chunkSize } from '../../detect/group/chunk-size.ts'
import { groupOf, type RuleGroup } from '../../detect/group/rule-group.ts'
import type { IdRange, ReadView } from '../../store/indicator-store.ts'
import { chunkOf, comparePlaces, placeOf, type Chunk } from './chunk.ts'
import { createChunkPartition, type ChunkPartition, type Piece } from './chunk-partition.ts'
import { rangesOf, type GroupSelection } from './group-selection.ts'
import { perGroup } from './per-group.ts'
import { walkById } from './walk-by-id.ts'

/** The chunks of one kind and confidence. */
export interface ChunkStretch {
  readonly range: IdRange
  /** In the order of their places. */
  readonly chunks: readonly Chunk[]
  /** Indicators that give no rule; 0 where they were not looked at. */
  readonly withheld: number
}

interface OpenGroup {
  readonly group: RuleGroup
  readonly partition: ChunkPartition
}

/** The chunks under a range, found by one walk that keeps at most one id more than a chunk may have of each group. */
export const findStretch = async (view: ReadView, selection: GroupSelection, range: IdRange): Promise<ChunkStretch> => {
  const size = chunkSize(selection.size, range.kind)
  const groups = perGroup((group): OpenGroup => ({ group, partition: createChunkPartition(size) }))
  const chunks: Chunk[] = []
  let withheld = 0
  const take = (group: RuleGroup, pieces: readonly Piece[]): void => {
    for (const { prefix } of pieces) chunks.push(chunkOf(group, prefix, selection))
  }
  for await (const page of walkById(view, range)) {
    for (const indicator of page) {
      if (indicator.noRule !== undefined) {
        withheld += 1
        continue
      }
      const { group, partition } = groups.of(groupOf(indicator))
      take(group, partition.add(indicator.id))
    }
  }
  for (const { group, partition } of groups.all()) take(group, partition.end())
  return { range, chunks: chunks.sort((a, b) => comparePlaces(placeOf(a), placeOf(b))), withheld }
}

/** All chunks of a selection, kind by kind and confidence by confidence. */
export async function* findChunks(view: ReadView, selection: GroupSelection): AsyncGenerator<ChunkStretch> {
  for (const range of rangesOf(selection)) yield await findStretch(view, selection, range)
}
