import type { ReadView } from '../../store/indicator-store.ts'
import type { ChunkStretch } from './find-chunks.ts'

/** Finds stretches in a view; `undefined` where that cannot be done for what was asked. */
type Find = () => Promise<readonly ChunkStretch[] | undefined>

/** What was found of chunks, so that the pages of a walk through a store that stays as it is find it once. */
export interface KnownStretches {
  /** What `find` gives. `asked` is everything that this depends on besides the store. */
  of(view: ReadView, asked: readonly unknown[], find: Find): ReturnType<Find>
}

/** Knows nothing, for who walks once. */
export const NOTHING_KNOWN: KnownStretches = { of: async (_view, _asked, find) => find() }

/** Some ten megabytes. */
const MOST_CHUNKS = 50_000

/** Keeps what was found last, up to so many chunks in all. */
export const keepStretches = (most = MOST_CHUNKS): KnownStretches => {
  const kept = new Map<string, Awaited<ReturnType<Find>>>()
  let total = 0
  return {
    async of({ state: { position, revision } }, asked, find) {
      const key = JSON.stringify([position, revision, ...asked])
      if (kept.has(key)) return kept.get(key)
      const found = await find()
      if (kept.has(key) || sizeOf(found) > most) return found
      kept.set(key, found)
      total += sizeOf(found)
      for (const [oldest, stretches] of kept) {
        if (total <= most) break
        kept.delete(oldest)
        total -= sizeOf(stretches)
      }
      return found
    }
  }
}

/** Chunks, and one for the place itself. */
const sizeOf = (stretches: readonly ChunkStretch[] = []): number =>
  stretches.reduce((size, { chunks }) => size + chunks.length, 1)
