import { byDigit, DIGITS } from './by-digit.ts'

/** An indicator that changed since a position, where a group is concerned that it belonged to at some time since. */
export interface TouchedMember {
  /** Of its id, without hyphens. */
  readonly digits: string
  /** The newest change that touched it. */
  readonly at: number
  /**
   * `stayed`: it belonged to the group all the time. `came`: it belongs to it, and at some time did not. `gone`: it does
   * not belong to it.
   */
  readonly standing: 'stayed' | 'came' | 'gone'
}

/** Why a chunk is put or removed, by code: what the changes feed says of it. */
export const CHUNK_REASONS = {
  new: 'it stands, and did not all the time',
  changed: 'it stood all the time, and its members are others or say something else',
  split: 'it has too many members; longer prefixes take its place',
  merged: 'a shorter prefix takes its place',
  emptied: 'it has no member'
} as const

/** A code of {@link CHUNK_REASONS}. */
export type ChunkReason = keyof typeof CHUNK_REASONS

/** A chunk that is to be put, with its members, or removed. */
export interface ChunkStep<Member> {
  readonly op: 'put' | 'remove'
  readonly prefix: string
  /** The newest change that touched it. */
  readonly at: number
  readonly reason: ChunkReason
  readonly members: readonly Member[]
}

/** Everything under a prefix of one group. */
export interface ChunkSubtree<Member> {
  readonly prefix: string
  /** All that belong to it, in the order of their digits. */
  readonly members: readonly Member[]
  readonly touched: readonly TouchedMember[]
}

const HAS_NO_PARENT = { size: Number.POSITIVE_INFINITY, least: Number.POSITIVE_INFINITY, at: 0 }

/** How many members the prefix above has, and had at least at every moment; and when it was last touched. */
type Parent = typeof HAS_NO_PARENT

/**
 * What brings a client in step that has the chunks of any moments since the position: each that may have stood at some
 * moment and stands no longer is removed, each that stands and may not have stood all the time, or was touched, is put.
 * The prefix is the root of the group, or one of which all prefixes above had too many members for one chunk all the time. Puts
 * precede the removals of what they take the place of, so that no member is left without a rule in between.
 */
export function* chunkDiff<Member extends { readonly digits: string }>(
  subtree: ChunkSubtree<Member>,
  most: number,
  parent: Parent = HAS_NO_PARENT
): Generator<ChunkStep<Member>> {
  const { prefix, members, touched } = subtree
  const size = members.length
  const least = size - countOf(touched, ({ standing }) => standing === 'came')
  const largest = least + countOf(touched, ({ standing }) => standing !== 'stayed')
  if (largest === 0) return
  const at = touched.reduce((newest, one) => Math.max(newest, one.at), 0) || parent.at
  const stands = parent.size > most && size > 0 && size <= most
  const stoodAlways = parent.least > most && least > 0 && largest <= most
  if (stands && !(stoodAlways && touched.length === 0)) {
    yield { op: 'put', prefix, at, reason: stoodAlways ? 'changed' : 'new', members }
  }
  if (largest > most) {
    for (const child of childrenOf(subtree)) {
      if (child.touched.length > 0 || least <= most) yield* chunkDiff(child, most, { size, least, at })
    }
  }
  if (!stands && least <= most) yield { op: 'remove', prefix, at, reason: goneBy(size, most, parent), members: [] }
}

const countOf = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.reduce((count, item) => (test(item) ? count + 1 : count), 0)

const goneBy = (size: number, most: number, parent: Parent): ChunkReason => {
  if (size > most) return 'split'
  return parent.size > 0 && parent.size <= most ? 'merged' : 'emptied'
}

const digitsIn = ({ digits }: { readonly digits: string }): string => digits

/** The prefixes that are one digit longer. */
const childrenOf = <Member extends { readonly digits: string }>({
  prefix,
  members,
  touched
}: ChunkSubtree<Member>): readonly ChunkSubtree<Member>[] => {
  const [membersBy, touchedBy] = [byDigit(members, prefix.length, digitsIn), byDigit(touched, prefix.length, digitsIn)]
  return DIGITS.map((digit) => ({
    prefix: prefix + digit,
    members: membersBy.get(digit) ?? [],
    touched: touchedBy.get(digit) ?? []
  }))
}
