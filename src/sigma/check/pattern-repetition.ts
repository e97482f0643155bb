import { failPattern, type PatternReader } from './pattern-reader.ts'
import { MOST_REPEATS, type Width } from './pattern-width.ts'

const DIGIT = /[0-9]/

/** Takes a repetition: how often what stands before it is repeated. `undefined` where none stands. */
export const takeRepetition = (reader: PatternReader): Width | undefined => {
  const sign = reader.peek()
  const start = reader.position()
  if (sign === '?' || sign === '*' || sign === '+') {
    reader.take()
    return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : MOST_REPEATS }
  }
  if (sign !== '{') return undefined
  reader.take()
  const least = reader.takeWhile(DIGIT)
  const hasMost = reader.takeIf(',')
  const most = hasMost ? reader.takeWhile(DIGIT) : least
  if (!reader.takeIf('}') || (least === '' && !hasMost)) {
    reader.moveTo(start)
    return undefined
  }
  const width = { least: Number(least), most: most === '' ? MOST_REPEATS : Number(most) }
  if (Math.max(width.least, most === '' ? 0 : width.most) >= MOST_REPEATS)
    failPattern('the repetition number is too large')
  return width.most < width.least ? failPattern('min repeat greater than max repeat') : width
}
