/** What can notice a fault in the rules. */
export const GATES = ['reading', 'schema', 'validators', 'execution', 'queries'] as const

/** One of {@link GATES}. */
export type Gate = (typeof GATES)[number]

/** A fault put into a copy of the source or of a shipped pipeline on purpose: the run must turn red, at the gate that is there for it. */
export interface Mutation {
  /** What someone might have thought. */
  readonly name: string
  /** Relative to the root of the project. */
  readonly file: string
  /** Stands in the file exactly once. */
  readonly find: string
  readonly replace: string
  readonly caughtBy: Gate
}
