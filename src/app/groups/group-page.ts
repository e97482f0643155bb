import type { Instant } from '../../indicator/time.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { comparePlaces, placeOf, type Chunk, type ChunkPlace } from './chunk.ts'
import { changedChunks } from './chunk-changes.ts'
import { findStretch, type ChunkStretch } from './find-chunks.ts'
import { rangesOf, type GroupSelection } from './group-selection.ts'
import type { KnownStretches } from './known-stretches.ts'
import { countWithheldSince } from './withheld-since.ts'

/** Which part of the chunks of a selection is wanted. */
export interface GroupWalk {
  readonly limit: number
  /** Only chunks that changed later. */
  readonly since: Instant | undefined
  /** The last chunk of the page before. */
  readonly behind: ChunkPlace | undefined
}

/** One cut of a walk through chunks. */
export interface GroupPage {
  readonly stretches: readonly ChunkStretch[]
  readonly chunks: number
  /** Indicators that give no rule: of each kind and confidence that this page begins. */
  readonly withheld: number
  /** The last chunk, where more follow. */
  readonly last: ChunkPlace | undefined
}

/**
 * The chunks that changed since a position, in stretches; `undefined` where that cannot be told: a lookback moves with
 * the clock, and old versions are forgotten.
 */
const stretchesSince = async (
  view: ReadView,
  selection: GroupSelection,
  since: Instant
): Promise<readonly ChunkStretch[] | undefined> => {
  const changed = selection.lastSeenFrom === undefined ? await changedChunks(view, selection, since) : undefined
  return changed === undefined
    ? undefined
    : rangesOf(selection).map((range) => ({
        range,
        chunks: changed
          .filter(({ group }) => group.kind === range.kind && group.confidence === range.confidence)
          .sort((a, b) => comparePlaces(placeOf(a), placeOf(b))),
        withheld: 0
      }))
}

/** Stretches in order, each found when it is asked for. */
async function* stretchesOf(
  view: ReadView,
  selection: GroupSelection,
  { since, behind }: GroupWalk,
  known: KnownStretches
): AsyncGenerator<ChunkStretch> {
  const changed =
    since === undefined
      ? undefined
      : await known.of(view, [selection, since], async () => stretchesSince(view, selection, since))
  if (changed !== undefined) {
    yield* changed
    return
  }
  for (const range of rangesOf(selection)) {
    const isPast = behind !== undefined && comparePlaces({ ...range, id: '' }, { ...behind, prefix: '', id: '' }) < 0
    if (isPast) continue
    const found = await known.of(view, [selection, range], async () => [await findStretch(view, selection, range)])
    yield* found ?? []
  }
}

/**
 * Cuts one page: goes through kinds and confidences until there is one chunk more than the page takes. Each that is not
 * known yet costs a walk through its indicators.
 */
export const cutGroupPage = async (
  view: ReadView,
  selection: GroupSelection,
  walk: GroupWalk,
  known: KnownStretches
): Promise<GroupPage> => {
  const { limit, since, behind } = walk
  let withheld = since === undefined || behind !== undefined ? 0 : await countWithheldSince(view, selection, since)
  const stretches: ChunkStretch[] = []
  let chunks = 0
  let last: Chunk | undefined
  for await (const stretch of stretchesOf(view, selection, walk, known)) {
    const { kind, confidence } = stretch.range
    const isBegun = kind === behind?.kind && confidence === behind.confidence
    if (since === undefined && !isBegun) withheld += stretch.withheld
    const behindLast = stretch.chunks.filter(
      (chunk) => behind === undefined || comparePlaces(placeOf(chunk), behind) > 0
    )
    const wanted = behindLast.slice(0, limit - chunks)
    if (wanted.length > 0) stretches.push({ ...stretch, chunks: wanted })
    chunks += wanted.length
    last = wanted.at(-1) ?? last
    if (wanted.length < behindLast.length) return { stretches, chunks, withheld, last: last && placeOf(last) }
  }
  return { stretches, chunks, withheld, last: undefined }
}
