import type { Kind } from './kind.ts'
import type { Day } from './time.ts'

/** What the guard does with a value that an entry covers: withhold its rule, or only say so. */
export const GUARD_MODES = ['block', 'inform'] as const

/** One of {@link GUARD_MODES}. */
export type GuardMode = (typeof GUARD_MODES)[number]

/** What the text of an entry is, and so what it covers. */
export const ENTRY_SHAPES = {
  below: 'a domain with everything below it',
  alone: 'a host name without what is below it',
  network: 'an address or a network in CIDR form',
  value: 'one value of any other kind, in its one spelling',
  part: 'a text that stands anywhere in a value',
  pattern: 'a regular expression between slashes'
} as const

/** One of {@link ENTRY_SHAPES}. */
export type EntryShape = keyof typeof ENTRY_SHAPES

/** All shapes. */
export const ENTRY_SHAPE_NAMES = Object.keys(ENTRY_SHAPES) as readonly EntryShape[]

/** One entry, in the one spelling of its shape. */
export interface GuardEntry {
  readonly shape: EntryShape
  readonly text: string
}

/** What the entries of a list have in common. */
export interface GuardListHead {
  readonly name: string
  readonly mode: GuardMode
  /** Why its values must not become rules, in a few words. */
  readonly why: string
  /** The last day on which it counts; `undefined` counts without end. */
  readonly until: Day | undefined
  /** The kinds of indicator that it covers. */
  readonly kinds: readonly Kind[]
  /** Whether its domains and addresses cover the mail addresses at them. */
  readonly coversMail: boolean
}

/** Entries that share a name and a reason. */
export interface GuardList extends GuardListHead {
  readonly entries: readonly GuardEntry[]
}
