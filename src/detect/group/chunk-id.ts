import { uuidV5 } from '../../indicator/uuid-v5.ts'

/** A chunk: the members of a group whose ids begin with the same hexadecimal digits. */
export interface ChunkName {
  /** The most members that a chunk may have. */
  readonly size: number
  /** Which indicators were selected beyond what the group says, as text; empty is all. */
  readonly filter: string
  /** The key of the group. */
  readonly group: string
  /** Lower-case hexadecimal digits without hyphens; empty is the whole group. */
  readonly prefix: string
}

/**
 * The id of a chunk and of its rule: UUIDv5 in the namespace of rule ids. No kind is called `chunk`, so it is never the
 * id of an indicator.
 */
export const chunkId = ({ size, filter, group, prefix }: ChunkName): string =>
  uuidV5(`chunk:${size}:${filter}:${group}:${prefix}`)
