import type { Program } from '../program/program.ts'
import type { ServerShelf } from '../program/server-shelf.ts'
import type { StoreShelf } from '../program/store-shelf.ts'

/** What subjects stand on: how much is to be done, with what, and where. */
export interface Bench {
  /** How many indicators stores hold, smallest first. */
  readonly sizes: readonly [number, ...number[]]
  readonly rounds: number
  /** Whether a round before the first is done and forgotten. */
  readonly warmsUp: boolean
  /** How long a round of requests takes. */
  readonly seconds: number
  /** Our program; two of them where revisions are compared. */
  readonly programs: readonly [Program, ...Program[]]
  /** Peers are left out where revisions are compared. */
  readonly withPeers: boolean
  /** A folder that is gone after the run. */
  readonly folder: string
  readonly stores: StoreShelf
  readonly servers: ServerShelf
  /** Tells whoever waits what is done. */
  readonly say: (text: string) => void
}

/** The greatest size, over which everything but growth is measured. */
export const greatest = ({ sizes }: Pick<Bench, 'sizes'>): number => Math.max(...sizes)

/** What one request asks for at most: 10,000 rules, or fewer where the store cannot fill several pages. */
export const pageSize = (size: number, pages: number): number => Math.min(10_000, Math.floor(size / (pages + 1)))
