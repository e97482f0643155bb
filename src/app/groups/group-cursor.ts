import { CONFIDENCES } from '../../indicator/confidence.ts'
import { digitsOf, hyphenated } from '../../indicator/id-digits.ts'
import { KINDS } from '../../indicator/kind.ts'
import type { Instant } from '../../indicator/time.ts'
import { noCursor, otherCursor } from '../cursor.ts'
import { parsePosition } from '../position-text.ts'
import type { ChunkPlace } from './chunk.ts'

/** Where a walk through chunks goes on: exactly behind the last one that was sent. */
export interface GroupCursor {
  readonly place: ChunkPlace
  /** The committed position when the walk's first page was cut. */
  readonly start: Instant
  /** Digest of everything that must stay the same along the walk. */
  readonly digest: string
}

/** `g02.3f.774b7f91….1k2j3h4.5f2e…`: kind and confidence, prefix, id, start, digest; needs no escaping. */
export const writeGroupCursor = ({ place, start, digest }: GroupCursor): string => {
  const bucket = `g${KINDS.indexOf(place.kind)}${CONFIDENCES.indexOf(place.confidence)}`
  return [bucket, place.prefix, digitsOf(place.id), start.toString(36), digest].join('.')
}

const CURSOR = /^g([0-9])([0-2])\.([0-9a-f]{0,32})\.([0-9a-f]{32})\.([0-9a-z]{1,11})\.([0-9a-f]{1,64})$/

/** Reads a cursor and holds it against the request it came with. */
export const readGroupCursor = (text: string, digest: string): GroupCursor => {
  const [, kindText, confidenceText, prefix = '', id = '', startText = '', cursorDigest] = CURSOR.exec(text) ?? []
  const kind = KINDS[Number(kindText)]
  const confidence = CONFIDENCES[Number(confidenceText)]
  const start = parsePosition(startText)
  if (kind === undefined || confidence === undefined || start === undefined) throw noCursor(text)
  if (cursorDigest !== digest) throw otherCursor(text)
  return { place: { kind, confidence, prefix, id: hyphenated(id) }, start, digest }
}
