import type { Kind } from '../indicator/kind.ts'
import type { Instant } from '../indicator/time.ts'
import type { Publisher } from '../sigma/publisher.ts'
import type { BundleEntry } from './bundle-entry.ts'

/** What a target writes: the selected indicators of one moment, or what happened to them since an earlier one. */
export interface Bundle {
  /** The newest change that it knows of; the next delta starts behind it. */
  readonly position: Instant
  /** Behind which change a delta starts; `undefined` where the bundle is whole. */
  readonly since: Instant | undefined
  /**
   * Marks the rows of a load: a UUID that two bundles share only where they hold the same rows. Loading a whole bundle
   * takes away what is marked otherwise, also where that was built of the same position with other filters.
   */
  readonly load: string
  readonly publisher: Publisher
  /** The page that says why there is a rule, for a rule's id; `undefined` where the server's address is not known. */
  readonly whyUrl: ((id: string) => string) | undefined
  /** Rows to have, in pages: all of them, or in a delta those that came, changed or were renewed. By kind and value. */
  entries(kinds: readonly Kind[]): AsyncIterable<readonly BundleEntry[]>
  /** Every row to have, in a delta also those that stand as they stood: for targets in whose tables rows share something. */
  live(kinds: readonly Kind[]): AsyncIterable<readonly BundleEntry[]>
  /** Rows to have no longer, in pages; none where the bundle is whole. */
  removals(kinds: readonly Kind[]): AsyncIterable<readonly BundleEntry[]>
}
