import type { Kind } from './kind.ts'

/** How many indicators of each kind; a kind that has none is left out. */
export type CountByKind = Readonly<Partial<Record<Kind, number>>>

/** The sum over all kinds. */
export const totalOf = (counts: CountByKind): number => Object.values(counts).reduce((sum, count) => sum + count, 0)
