import type { Program } from '../program/program.ts'
import type { ShelvedStore } from '../program/store-shelf.ts'

/** A store that something goes over. */
export interface PassPlace {
  readonly program: Program
  /** To be read only. */
  readonly store: ShelvedStore
  /** A copy of it, for whoever serves it. */
  readonly copy: () => Promise<ShelvedStore>
  /** How many indicators it holds. */
  readonly size: number
  /** An empty folder for what comes out of it. */
  readonly folder: string
}

/** Something that goes over all indicators of a store. One file each, one line in `passes.ts`. */
export interface Pass {
  readonly name: string
  /** So much memory it may hold, whatever the store holds. */
  readonly mostMB: number
  /** Over more indicators it is not taken, because it takes too long there. */
  readonly upTo?: number
  /** Does it; gives the greatest resident set of the process that did, in MB. */
  readonly peakMB: (place: PassPlace) => Promise<number>
}
