import { createHash } from 'node:crypto'

/** Half of a SHA-256: short enough for an index, long enough that nobody finds two texts with the same. */
export const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest().subarray(0, 16)
