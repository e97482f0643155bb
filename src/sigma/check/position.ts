import { lastBelow } from './last-below.ts'

/** A place in a text, both counted from 1; the column in characters. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The place of an offset. */
export type PlaceOf = (at: number) => Position

/** Characters are counted up to every so many UTF-16 units. */
const STRIDE = 1_024

/**
 * Tells where offsets of a text stand that begins in that line of its file. The text is gone through once, when the first
 * is asked for; after that an answer takes the same time wherever the offset is.
 */
export const createPlaces = (text: string, firstLine = 1): PlaceOf => {
  let index: PlaceOf | undefined
  return (at) => {
    index ??= indexed(text, firstLine)
    return index(at)
  }
}

const indexed = (text: string, firstLine: number): PlaceOf => {
  const begins = lineBegins(text)
  const counts = characterCounts(text)
  const charactersBefore = (at: number): number => {
    const block = Math.floor(at / STRIDE)
    return Number(counts[block]) + countCharacters(text, block * STRIDE, at)
  }
  return (at) => {
    const line = lastBelow(begins, at + 1)
    return {
      line: firstLine + line,
      column: charactersBefore(at) - charactersBefore(Number(begins[line])) + 1
    }
  }
}

const lineBegins = (text: string): readonly number[] => {
  const begins = [0]
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) begins.push(feed + 1)
  return begins
}

/** How many characters stand before every {@link STRIDE}th unit. */
const characterCounts = (text: string): readonly number[] => {
  const counts = [0]
  let count = 0
  for (let end = STRIDE; end <= text.length; end += STRIDE) {
    count += countCharacters(text, end - STRIDE, end)
    counts.push(count)
  }
  return counts
}

/** Of a pair of surrogates only the first counts. */
const countCharacters = (text: string, from: number, to: number): number => {
  let count = 0
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0xdc00 || unit > 0xdfff) count += 1
  }
  return count
}
