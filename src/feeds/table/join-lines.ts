import type { Line } from '../lines.ts'
import { plainCells } from './plain-cells.ts'

/**
 * What lines of a table turn out to be: a `record`, whose text holds line feeds where quotes span lines, a `comment`
 * without its `#`, or the beginning of a line that is `too-long` to be held.
 */
export interface TableLine {
  readonly kind: 'record' | 'comment' | 'too-long'
  /** The number of its first line. */
  readonly line: number
  readonly text: string
}

/** Joins lines to records, one line after another. */
export interface LineJoiner {
  readonly push: (number: number, line: Line) => void
  /** What is ready, in the order of the file. */
  readonly take: () => readonly TableLine[]
  /** No more lines come: what waits for a closing quote gets ready too. */
  readonly end: () => void
}

/** A quote that is not closed within so many lines was never meant to be. */
const MOST_LINES_OF_RECORD = 200

interface OpenRecord {
  readonly line: number
  readonly texts: readonly [string, ...string[]]
  readonly length: number
}

/**
 * Makes a joiner. A line with an odd number of quotes opens a record that goes on over the next lines, up to one that
 * makes it whole. If none does, the line stands alone and the ones behind it are read as if it had not been there,
 * so that a bad quote costs its own row only.
 */
export const createLineJoiner = (delimiter: string, maxLength: number): LineJoiner => {
  let ready: TableLine[] = []
  let open: OpenRecord | undefined

  const push = (number: number, line: Line): void => {
    if (typeof line !== 'string') {
      giveUp()
      ready.push({ kind: 'too-long', line: number, text: line.start })
    } else if (open === undefined) pushFirst(number, line)
    else pushNext(open, line)
  }

  const pushFirst = (line: number, text: string): void => {
    if (text.startsWith('#')) ready.push({ kind: 'comment', line, text: text.slice(1).trim() })
    else if (hasOddQuotes(text)) open = { line, texts: [text], length: text.length }
    else if (text.trim() !== '') ready.push({ kind: 'record', line, text })
  }

  const pushNext = ({ line, texts, length }: OpenRecord, text: string): void => {
    open = { line, texts: [...texts, text], length: length + 1 + text.length }
    if (hasOddQuotes(text)) {
      const whole = open.texts.join('\n')
      if (plainCells(whole, delimiter) === undefined) return giveUp()
      open = undefined
      ready.push({ kind: 'record', line, text: whole })
    } else if (open.texts.length >= MOST_LINES_OF_RECORD || open.length > maxLength) giveUp()
  }

  /** Only the last of the lines that are read again can be odd, so no line is read more than twice. */
  const giveUp = (): void => {
    if (open === undefined) return
    const { line, texts } = open
    const [first, ...others] = texts
    open = undefined
    ready.push({ kind: 'record', line, text: first })
    others.forEach((text, index) => push(line + 1 + index, text))
  }

  const end = (): void => {
    if (open === undefined) return
    giveUp()
    end()
  }

  return {
    push,
    take: () => {
      const taken = ready
      ready = []
      return taken
    },
    end
  }
}

const hasOddQuotes = (text: string): boolean => {
  let isOdd = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd
  return isOdd
}
