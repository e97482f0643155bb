import { groupOf } from '../../detect/group/rule-group.ts'
import { digitsOf } from '../../indicator/id-digits.ts'
import type { Indicator } from '../../indicator/indicator.ts'
import type { ReadView } from '../../store/indicator-store.ts'
import { endOf, type Chunk } from './chunk.ts'
import { findChunks, type ChunkStretch } from './find-chunks.ts'
import type { GroupSelection } from './group-selection.ts'
import { walkById } from './walk-by-id.ts'

/** A chunk with its members, by id: one or more. */
export interface FilledChunk {
  readonly chunk: Chunk
  readonly members: readonly Indicator[]
}

/** The shortest prefixes among those of chunks, which are given in the order of their ends: together they cover all. */
const coveringPrefixes = (chunks: readonly Chunk[]): readonly string[] => {
  const covering: string[] = []
  for (const { prefix } of chunks) {
    while (covering.at(-1)?.startsWith(prefix) === true) covering.pop()
    const last = covering.at(-1)
    if (last === undefined || !prefix.startsWith(last)) covering.push(prefix)
  }
  return covering
}

/** Members of chunks that are walked in the order of their ends. */
class Filling {
  readonly #chunks: readonly Chunk[]
  readonly #members = new Map<string, Indicator[]>()
  /** Chunks of each group, the next to be filled last. */
  readonly #ofGroups = new Map<string, Chunk[]>()
  #done = 0

  constructor(chunks: readonly Chunk[]) {
    this.#chunks = chunks
    for (const chunk of chunks.toReversed()) {
      const { key } = chunk.group
      const ofGroup = this.#ofGroups.get(key)
      if (ofGroup === undefined) this.#ofGroups.set(key, [chunk])
      else ofGroup.push(chunk)
      this.#members.set(chunk.id, [])
    }
  }

  add(indicator: Indicator, digits: string): void {
    const chunks = this.#ofGroups.get(groupOf(indicator).key)
    while (endOf(chunks?.at(-1)?.prefix ?? digits) < digits) chunks?.pop()
    const chunk = chunks?.at(-1)
    if (chunk !== undefined && digits.startsWith(chunk.prefix)) this.#members.get(chunk.id)?.push(indicator)
  }

  /** Chunks that end before these digits. */
  *before(digits: string | undefined): Generator<FilledChunk> {
    for (;;) {
      const chunk = this.#chunks[this.#done]
      if (chunk === undefined || (digits !== undefined && endOf(chunk.prefix) >= digits)) return
      this.#done += 1
      const members = this.#members.get(chunk.id) ?? []
      this.#members.delete(chunk.id)
      if (members.length > 0) yield { chunk, members }
    }
  }
}

/**
 * The chunks of a stretch with their members, in the order of the chunks, from the view in which they were found. Walks
 * only the ids that they cover, and holds the members of chunks that are not complete yet.
 */
export async function* fillChunks(view: ReadView, { range, chunks }: ChunkStretch): AsyncGenerator<FilledChunk> {
  const filling = new Filling(chunks)
  for (const prefix of coveringPrefixes(chunks)) {
    for await (const page of walkById(view, { ...range, prefix })) {
      for (const indicator of page) {
        const digits = digitsOf(indicator.id)
        yield* filling.before(digits)
        if (indicator.noRule === undefined) filling.add(indicator, digits)
      }
    }
  }
  yield* filling.before(undefined)
}

/** Stretch after stretch. */
export async function* fillStretches(
  view: ReadView,
  stretches: Iterable<ChunkStretch> | AsyncIterable<ChunkStretch>
): AsyncGenerator<FilledChunk> {
  for await (const stretch of stretches) yield* fillChunks(view, stretch)
}

/** All chunks of a selection with their members. */
export const filledChunks = (view: ReadView, selection: GroupSelection): AsyncIterable<FilledChunk> =>
  fillStretches(view, findChunks(view, selection))
