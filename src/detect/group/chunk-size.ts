import type { Kind } from '../../indicator/kind.ts'

/** The largest size of a chunk that may be asked for. */
export const LARGEST_CHUNK = 10_000

/** How many members a chunk may have: a number for all kinds, or what suits each kind. */
export type GroupSize = number | 'auto'

const AUTO = 500
const AUTO_OF_LONG_VALUES = 100
const LONG: ReadonlySet<Kind> = new Set(['url', 'md5', 'sha1', 'sha256'])

/** The most members of a chunk of a kind: `auto` is 100 for URLs and hashes, whose values are long, else 500. */
export const chunkSize = (size: GroupSize, kind: Kind): number => {
  if (size !== 'auto') return size
  return LONG.has(kind) ? AUTO_OF_LONG_VALUES : AUTO
}
