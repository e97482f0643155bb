import { failPattern, type PatternReader } from './pattern-reader.ts'

/** Flags of a group or of the whole expression: letters that are turned on and off. */
export interface PatternFlags {
  readonly on: string
  readonly off: string
  /** Whether a `-` stands among them. */
  readonly isOff: boolean
}

/** Takes flags, the first of which has been taken. */
export const takeFlags = (reader: PatternReader, first: string): PatternFlags => {
  const on = (/[aiLmsux]/.test(first) ? first : '') + (first === '-' ? '' : reader.takeWhile(/[aiLmsux]/))
  if (on === '' && first !== '-') return failPattern(`unknown extension ?${first}`)
  if (on.includes('L')) failPattern("bad inline flags: cannot use 'L' flag with a str pattern")
  if (on.includes('a') && on.includes('u')) failPattern("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
  const isOff = first === '-' || reader.takeIf('-')
  const off = isOff ? reader.takeWhile(/[aiLmsux]/) : ''
  if (isOff && off === '') failPattern('missing flag')
  if (/[aLu]/.test(off)) failPattern("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
  if (Array.from(off).some((flag) => on.includes(flag))) failPattern('bad inline flags: flag turned on and off')
  return { on, off, isOff }
}
