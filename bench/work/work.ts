import type { Program } from '../program/program.ts'
import type { ShelvedStore } from '../program/store-shelf.ts'

/** A store that is about to be served, and what is to be done with it meanwhile. */
export interface WorkPlace {
  readonly program: Program
  readonly store: ShelvedStore
  /** How many indicators it holds. */
  readonly size: number
}

/** Work that is about to begin. */
export interface PreparedWork {
  /** What is done under load. */
  readonly go: () => Promise<unknown>
  /** Looks at the store afterwards. Throws when it is not as the work should have left it. */
  readonly check?: () => Promise<void>
}

/** What another process does to a store that is served. One file each, one line in `works.ts`. */
export interface Work {
  readonly name: string
  /** Lays everything ready, before the store is served. */
  prepare(place: WorkPlace): Promise<PreparedWork>
}
