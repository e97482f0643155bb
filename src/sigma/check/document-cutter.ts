/** A document as it was cut from a file: its text, or none where it is too large. */
export interface CutDocument {
  /** Counted from 1. */
  readonly number: number
  /** The line of its first character in the file, counted from 1. */
  readonly line: number
  readonly text: string | undefined
  /** Whether some of its bytes are no UTF-8; each such stands as U+FFFD. */
  readonly isBroken: boolean
}

/** Cuts the bytes of a file into YAML documents as they come. */
export interface DocumentCutter {
  push(chunk: Uint8Array): Generator<CutDocument>
  /** What is left when no more bytes come. */
  end(): Generator<CutDocument>
}

const LINE_FEED = 10
const HYPHEN = 0x2d
const DOT = 0x2e
const PERCENT = 0x25
const HASH = 0x23
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/** `before` a document, where directives and comments stand, or `inside`, which begins with `---` or content. */
type State = 'before' | 'inside'

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0d

const isMarker = (bytes: Uint8Array, at: number, end: number, sign: number): boolean =>
  bytes[at] === sign && bytes[at + 1] === sign && bytes[at + 2] === sign && (at + 3 >= end || isBlank(bytes[at + 3]))

/** Whether a line holds no content: it is blank, or a comment. */
const isBare = (bytes: Uint8Array, at: number, end: number): boolean => {
  let first = at
  while (first < end && isBlank(bytes[first])) first += 1
  return first === end || bytes[first] === HASH
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) return only
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/**
 * A cutter whose documents have `limit` bytes at most. It cuts where YAML 1.2 section 9.1 says: before a line that begins
 * with `---`, wherever that stands, and behind one that begins with `...`. It holds one document at a time, and nothing of
 * one that is too large.
 */
export const createDocumentCutter = (limit: number): DocumentCutter => {
  let pieces: Uint8Array[] = []
  let size = 0
  let state: State = 'before'
  let hasDirective = false
  let number = 0
  let line = 1
  let documentLine = 1
  /** A line whose end has not come; its beginning alone once it is longer than a document may be. */
  let rest: Uint8Array = new Uint8Array()
  let isFirst = true

  const hold = (piece: Uint8Array): void => {
    size += piece.length
    if (size <= limit) pieces.push(piece)
    else pieces = []
  }

  const cut = (nextLine: number): CutDocument => {
    number += 1
    const read = size > limit ? { text: undefined, isBroken: false } : decode(joined(pieces))
    const document = { number, line: documentLine, ...read }
    pieces = []
    size = 0
    state = 'before'
    hasDirective = false
    documentLine = nextLine
    return document
  }

  /** Takes the whole lines in `bytes` from `from` to `to`. */
  function* takeLines(bytes: Uint8Array, from: number, to: number): Generator<CutDocument> {
    let begin = from
    let at = from
    while (at < to) {
      const feed = bytes.indexOf(LINE_FEED, at)
      const end = feed < 0 || feed >= to ? to : feed
      const next = Math.min(end + 1, to)
      const first = bytes[at]
      if (first === HYPHEN && isMarker(bytes, at, end, HYPHEN)) {
        if (state !== 'before') {
          hold(bytes.subarray(begin, at))
          begin = at
          yield cut(line)
        }
        state = 'inside'
      } else if (first === DOT && isMarker(bytes, at, end, DOT)) {
        hold(bytes.subarray(begin, next))
        begin = next
        if (state === 'before' && !hasDirective) forget()
        else yield cut(line + 1)
      } else if (state === 'before') {
        if (first === PERCENT) hasDirective = true
        else if (!isBare(bytes, at, end)) state = 'inside'
      }
      line += 1
      at = next
    }
    hold(bytes.subarray(begin, to))
  }

  /** Lets go of comments that belong to no document. */
  const forget = (): void => {
    pieces = []
    size = 0
    documentLine = line + 1
  }

  return {
    *push(chunk) {
      let bytes = rest.length === 0 ? chunk : joined([rest, chunk])
      if (isFirst && bytes.length < BYTE_ORDER_MARK.length) {
        rest = bytes
        return
      }
      if (isFirst && BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte))
        bytes = bytes.subarray(BYTE_ORDER_MARK.length)
      isFirst = false
      const end = bytes.lastIndexOf(LINE_FEED) + 1
      yield* takeLines(bytes, 0, end)
      rest = bytes.subarray(end)
      if (rest.length > 2 * limit) rest = rest.slice(0, limit + 1)
    },
    *end() {
      yield* takeLines(rest, 0, rest.length)
      if (state !== 'before' || hasDirective) yield cut(line)
    }
  }
}

const decode = (bytes: Uint8Array): Pick<CutDocument, 'text' | 'isBroken'> => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isBroken: false }
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), isBroken: true }
  }
}
