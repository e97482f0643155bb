import { chunkSize } from '../../detect/group/chunk-size.ts'
import { groupOf } from '../../detect/group/rule-group.ts'
import { digitsOf } from '../../indicator/id-digits.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import type { Instant } from '../../indicator/time.ts'
import { Problem } from '../../problem/problem.ts'
import type { IdRange, ReadView } from '../../store/indicator-store.ts'
import { type Chunk, chunkOf } from './chunk.ts'
import { byDigit, DIGITS } from './by-digit.ts'
import { chunkDiff, type ChunkReason } from './chunk-diff.ts'
import { type GroupSelection, rangesOf } from './group-selection.ts'
import { type TouchedGroup, touchedGroups } from './touched-groups.ts'
import { walkById } from './walk-by-id.ts'

/** What has become of a chunk since a position. */
export interface ChunkChange {
  readonly op: 'put' | 'remove'
  readonly chunk: Chunk
  /** Of a chunk that is put, by id: one or more. */
  readonly members: readonly Indicator[]
  /** The newest change that touched it. */
  readonly at: Instant
  readonly reason: ChunkReason
}

interface Member {
  readonly digits: string
  readonly indicator: Indicator
}

/** The groups of one stretch whose chunks are looked for under a prefix. */
interface Search {
  readonly view: ReadView
  readonly selection: GroupSelection
  readonly range: IdRange
  readonly groups: readonly TouchedGroup[]
}

/**
 * What changed about the chunks of a selection since a position, for clients that have chunks of any moments since then:
 * see {@link chunkDiff}. They come stretch by stretch. Throws `cursor_expired` where the way from the position is no longer
 * known, or too long; it does so before the first one comes.
 */
export const chunkChanges = async (
  view: ReadView,
  selection: GroupSelection,
  since: Instant
): Promise<AsyncIterable<ChunkChange>> => allStretches(view, selection, await touchedGroups(view, selection, since))

/** The chunks to be put; `undefined` where every chunk is to be taken anew. */
export const changedChunks = async (
  view: ReadView,
  selection: GroupSelection,
  since: Instant
): Promise<readonly Chunk[] | undefined> => {
  const chunks: Chunk[] = []
  try {
    for await (const { op, chunk } of await chunkChanges(view, selection, since)) if (op === 'put') chunks.push(chunk)
    return chunks
  } catch (error) {
    if (error instanceof Problem && error.code === 'cursor_expired') return undefined
    throw error
  }
}

async function* allStretches(
  view: ReadView,
  selection: GroupSelection,
  touched: readonly TouchedGroup[]
): AsyncGenerator<ChunkChange> {
  for (const range of rangesOf(selection)) {
    const groups = touched.filter(({ group }) => group.kind === range.kind && group.confidence === range.confidence)
    yield* changesUnder({ view, selection, range, groups })
  }
}

/**
 * A group that fits under a prefix, as it is or as it was at some time, is settled there; any other has too many members
 * for one chunk all the time, so that only longer prefixes under which something changed are of interest.
 */
async function* changesUnder(search: Search): AsyncGenerator<ChunkChange> {
  const { selection, range, groups } = search
  if (groups.length === 0) return
  const found = await settledMembers(search)
  const most = chunkSize(selection.size, range.kind)
  for (const { group, touched } of groups) {
    const members = found.get(group.key)
    if (members === undefined) continue
    for (const { prefix, ...step } of chunkDiff({ prefix: range.prefix, members, touched }, most)) {
      const indicators = step.members.map(({ indicator }) => indicator)
      yield { ...step, chunk: chunkOf(group, prefix, selection), members: indicators }
    }
  }
  const others = groups.filter(({ group }) => !found.has(group.key))
  const parts = others.map(({ group, touched }) => ({
    group,
    byDigit: byDigit(touched, range.prefix.length, ({ digits }) => digits)
  }))
  for (const digit of DIGITS) {
    const below = parts.flatMap(({ group, byDigit: of }) => {
      const touched = of.get(digit)
      return touched === undefined ? [] : [{ group, touched }]
    })
    yield* changesUnder({ ...search, range: { ...range, prefix: range.prefix + digit }, groups: below })
  }
}

/** The members under a prefix of groups that are settled there. Reads only as far as it takes to know the others. */
const settledMembers = async ({
  view,
  selection,
  range,
  groups
}: Search): Promise<ReadonlyMap<string, readonly Member[]>> => {
  const most = chunkSize(selection.size, range.kind)
  const found = new Map<string, Member[]>()
  const enough = new Map<string, number>()
  for (const { group, touched } of groups) {
    found.set(group.key, [])
    enough.set(group.key, most + touched.filter(({ standing }) => standing === 'came').length)
  }
  for await (const page of walkById(view, range)) {
    for (const indicator of page) {
      if (indicator.noRule !== undefined) continue
      const { key } = groupOf(indicator)
      const members = found.get(key)
      members?.push({ digits: digitsOf(indicator.id), indicator })
      if (members !== undefined && members.length > (enough.get(key) ?? 0)) found.delete(key)
    }
    if (found.size === 0) break
  }
  return found
}
