import type { Instant } from '../indicator/time.ts'
import type { Problem } from '../problem/problem.ts'
import type { ChangeRange } from '../store/indicator-store.ts'
import { invalidParameter } from './invalid-parameter.ts'
import { parsePosition } from './position-text.ts'

/** Where a walk goes on: exactly behind the answer that carried it. */
export interface Cursor {
  readonly order: ChangeRange['order']
  /** The last instant that was sent. */
  readonly position: Instant
  /** The committed position when the walk's first page was cut; 0 in walks that began with `since`. */
  readonly start: Instant
  /** Digest of everything that must stay the same along the walk. */
  readonly digest: string
}

const LETTERS = { 'oldest-first': 'a', 'newest-first': 'd' } as const

/** `a1k2j3h4.0.5f2e…`: order and position, start, digest; plain letters and digits, so that it needs no escaping. */
export const writeCursor = (cursor: Cursor): string =>
  `${LETTERS[cursor.order]}${cursor.position.toString(36)}.${cursor.start.toString(36)}.${cursor.digest}`

/** The refusal of what is no cursor of a walk. */
export const noCursor = (text: string): Problem =>
  invalidParameter('cursor', text, {
    reason: 'it is not a cursor of this server; take it from a Link header as it stands, or leave it out'
  })

/** The refusal of the cursor of another walk. */
export const otherCursor = (text: string): Problem =>
  invalidParameter('cursor', text, {
    reason:
      'it belongs to other filters or another key; repeat the parameters of the request that gave it (only limit may differ), or leave it out'
  })

/** Reads a cursor and holds it against the request it came with. */
export const readCursor = (text: string, digest: string): Cursor => {
  const [head = '', startText = '', cursorDigest = '', ...rest] = text.split('.')
  const order = head.startsWith('a') ? 'oldest-first' : 'newest-first'
  const position = parsePosition(head.slice(1))
  const start = parsePosition(startText)
  const isWhole = head.startsWith(LETTERS[order]) && rest.length === 0 && cursorDigest !== ''
  if (!isWhole || position === undefined || start === undefined) throw noCursor(text)
  if (cursorDigest !== digest) throw otherCursor(text)
  return { order, position, start, digest: cursorDigest }
}
