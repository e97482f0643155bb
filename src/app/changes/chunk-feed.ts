import type { Tier } from '../../config/settings.ts'
import type { RuleStyle } from '../../sigma/publisher.ts'
import type { IndicatorStore, ReadView } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import type { Chunk } from '../groups/chunk.ts'
import { type ChunkChange, chunkChanges } from '../groups/chunk-changes.ts'
import { chunkRuleText } from '../groups/chunk-documents.ts'
import { filledChunks } from '../groups/fill-chunks.ts'
import { type GroupSelection, groupSelection } from '../groups/group-selection.ts'
import type { GroupSize } from '../groups/group-size.ts'
import { inHeldView } from '../held-view.ts'
import type { Places } from '../places.ts'
import type { Restriction } from '../sight/restriction.ts'
import { sightOf } from '../sight/sight-of.ts'
import type { AwaitedAnswer } from './await-changes.ts'
import { type ChangeCursor, type ChangeDigests, writeChangeCursor } from './change-cursor.ts'
import { changeStart } from './change-start.ts'

/** What a client of the changes feed asks for that has grouped rules; already checked. */
export interface ChunkChangesRequest {
  readonly filters: Filters
  readonly size: GroupSize
  readonly cursor: string | undefined
  readonly tier: Tier
  readonly restriction: Restriction | undefined
}

/** A chunk to keep or to remove, as it is sent. */
export interface WrittenChunkChange extends Pick<ChunkChange, 'op' | 'at' | 'reason'> {
  readonly chunk: Chunk
  /** How many indicators are in it; none where it is removed. */
  readonly members: number
  /** The YAML document of a chunk that is put. */
  readonly rule: string | undefined
  /** Where the feed goes on: all lines lead to where the client was, only the last one further. */
  readonly cursor: string
}

/** All that has become of chunks since a client was there. */
export interface ChunkChanges extends AwaitedAnswer {
  /** To be read once. */
  readonly lines: AsyncIterable<WrittenChunkChange>
  /** To be called in any case: the lines are read from a view that is open until then. */
  close(): Promise<void>
}

/** What the changes of chunks are read with. */
export interface ChunkFeedParts {
  readonly store: IndicatorStore
  readonly style: RuleStyle
  /** Bounds the answers that are open at once. */
  readonly places: Places
  readonly digests: ChangeDigests
}

/**
 * Reads the changes feed of grouped rules. An answer is never cut: a chunk that takes the place of others and those that it
 * takes the place of belong together.
 */
export const readChunkChanges = async (
  request: ChunkChangesRequest,
  { store, style, places, digests }: ChunkFeedParts
): Promise<ChunkChanges> => {
  const { filters, size, restriction } = request
  const answer = await inHeldView(sightOf(store, restriction), places, async (view) => {
    const { position } = view.state
    const from = await changeStart(view, request, digests)
    const selection = groupSelection(filters, size, { lookback: undefined, restriction })
    const changes = await changesFrom(view, selection, from)
    const rest = changes[Symbol.asyncIterator]()
    const first = await rest.next()
    const cursors = {
      before: writeChangeCursor(from, digests),
      behind: writeChangeCursor({ position, start: from.start }, digests)
    }
    const lines = writtenLines(first, rest, cursors, style)
    return { isEmpty: first.done === true, nextCursor: cursors.behind, position, lines }
  })
  if (answer.isEmpty) await answer.close()
  return answer
}

/** What changed; before that what stands, for a client that starts with nothing or stopped while it did. */
const changesFrom = async (
  view: ReadView,
  selection: GroupSelection,
  { position, start }: ChangeCursor
): Promise<AsyncIterable<ChunkChange>> => {
  const changes = await chunkChanges(view, selection, Math.max(position, start))
  return position < start ? standingThenGone(view, selection, changes) : changes
}

async function* standingThenGone(
  view: ReadView,
  selection: GroupSelection,
  changes: AsyncIterable<ChunkChange>
): AsyncGenerator<ChunkChange> {
  for await (const { chunk, members } of filledChunks(view, selection)) {
    const at = members.reduce((newest, { changed }) => Math.max(newest, changed), 0)
    yield { op: 'put', chunk, members, at, reason: 'new' }
  }
  for await (const change of changes) if (change.op === 'remove') yield change
}

async function* writtenLines(
  first: IteratorResult<ChunkChange>,
  rest: AsyncIterator<ChunkChange>,
  { before, behind }: { readonly before: string; readonly behind: string },
  style: RuleStyle
): AsyncGenerator<WrittenChunkChange> {
  for (let step = first; step.done !== true; ) {
    const { members, ...change } = step.value
    const next = await rest.next()
    yield {
      ...change,
      members: members.length,
      rule: change.op === 'put' ? chunkRuleText({ chunk: change.chunk, members }, style) : undefined,
      cursor: next.done === true ? behind : before
    }
    step = next
  }
}
