import { digitsOf } from '../../indicator/id-digits.ts'
import { byDigit } from './by-digit.ts'

/** A piece of a set of ids: those that begin with the prefix. */
export interface Piece {
  /** Hexadecimal digits; empty is the whole set. */
  readonly prefix: string
  /** Ids in it: one or more. */
  readonly members: number
}

/** Cuts a set of ids, given in their order, into pieces. */
export interface ChunkPartition {
  /** Takes the next id, which sorts behind those before it; gives the pieces that are now known. */
  add(id: string): readonly Piece[]
  /** The last pieces. */
  end(): readonly Piece[]
}

/** How many first digits two texts have in common. */
const commonDigits = (a: string, b: string): number => {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

/**
 * Cuts ids into pieces of at most `size` members each: a piece is a shortest prefix under which no more than that
 * stand, so that the pieces depend on the set alone. Holds at most one id more than a piece may have.
 */
export const createChunkPartition = (size: number): ChunkPartition => {
  // All shorter prefixes of `prefix` are known to have too many members; `open` are those of it so far.
  let prefix = ''
  let open: string[] = []

  const closed = (): readonly Piece[] => (open.length === 0 ? [] : [{ prefix, members: open.length }])

  /** The children of the open prefix that the last id has left behind are whole; the one it stands in stays open. */
  const split = (last: string): readonly Piece[] => {
    const pieces: Piece[] = []
    while (open.length > size) {
      const child = last.slice(0, prefix.length + 1)
      const before = open.filter((digits) => !digits.startsWith(child))
      pieces.push(...childrenOf(prefix, before))
      open = open.slice(before.length)
      prefix = child
    }
    return pieces
  }

  return {
    add(id) {
      const digits = digitsOf(id)
      const left = digits.startsWith(prefix) ? [] : closed()
      if (!digits.startsWith(prefix)) {
        prefix = digits.slice(0, commonDigits(prefix, digits) + 1)
        open = []
      }
      open.push(digits)
      return open.length > size ? [...left, ...split(digits)] : left
    },
    end: closed
  }
}

const childrenOf = (prefix: string, members: readonly string[]): readonly Piece[] =>
  [...byDigit(members, prefix.length, (digits) => digits)].map(([digit, ids]) => ({
    prefix: prefix + digit,
    members: ids.length
  }))
