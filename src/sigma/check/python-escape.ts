import { failPattern, type PatternReader } from './pattern-reader.ts'

/** What an escape stands for: one character, a class of them, a position between two, or a group before it. */
export type PythonEscape =
  | { readonly type: 'character'; readonly code: number }
  | { readonly type: 'class' }
  | { readonly type: 'position' }
  | { readonly type: 'group'; readonly number: number }

const HEX = /[0-9A-Fa-f]/
const OCTAL = /[0-7]/
const DIGIT = /[0-9]/
const LETTER = /[A-Za-z]/
const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 }
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }
const HIGHEST_CODE = 0x10ffff
const HIGHEST_OCTAL = 0o377

const character = (code: number): PythonEscape => ({ type: 'character', code })

const readHex = (reader: PatternReader, letter: string, digits: number): PythonEscape => {
  const hex = reader.takeWhile(HEX, digits)
  if (hex.length < digits) return failPattern(`incomplete escape \\${letter}${hex}`)
  const code = Number.parseInt(hex, 16)
  return code > HIGHEST_CODE ? failPattern(`bad escape \\${letter}${hex}`) : character(code)
}

const readName = (reader: PatternReader): PythonEscape => {
  if (!reader.takeIf('{')) return failPattern('missing { behind \\N')
  const name = reader.takeUntil('}', 'missing }, unterminated name')
  return name === '' ? failPattern('missing character name') : character(0)
}

const readOctal = (first: string, reader: PatternReader, more: number): PythonEscape => {
  const digits = first + reader.takeWhile(OCTAL, more)
  const code = Number.parseInt(digits, 8)
  return code > HIGHEST_OCTAL ? failPattern(`octal escape value \\${digits} outside of range 0-0o377`) : character(code)
}

/** What `\` and a letter or sign stand for both inside and outside of brackets; `undefined` for none of those. */
const readCommon = (sign: string, reader: PatternReader): PythonEscape | undefined => {
  if (sign === '') return failPattern('bad escape (end of pattern)')
  const control = CONTROLS[sign]
  if (control !== undefined) return character(control)
  if ('dDsSwW'.includes(sign)) return { type: 'class' }
  const digits = HEX_DIGITS[sign]
  if (digits !== undefined) return readHex(reader, sign, digits)
  if (sign === 'N') return readName(reader)
  if (DIGIT.test(sign)) return undefined
  return LETTER.test(sign) ? undefined : character(Number(sign.codePointAt(0)))
}

/** Reads what follows a backslash inside of brackets. */
export const readClassEscape = (reader: PatternReader): PythonEscape => {
  const sign = reader.take()
  if (sign === 'b') return character(8)
  return (
    readCommon(sign, reader) ?? (OCTAL.test(sign) ? readOctal(sign, reader, 2) : failPattern(`bad escape \\${sign}`))
  )
}

/** Reads what follows a backslash outside of brackets. */
export const readEscape = (reader: PatternReader): PythonEscape => {
  const sign = reader.take()
  if (sign !== '' && 'AbBZ'.includes(sign)) return { type: 'position' }
  const common = readCommon(sign, reader)
  if (common !== undefined) return common
  if (sign === '0') return readOctal(sign, reader, 2)
  if (!DIGIT.test(sign)) return failPattern(`bad escape \\${sign}`)
  if (OCTAL.test(sign) && OCTAL.test(reader.peek()) && OCTAL.test(reader.peek(1))) return readOctal(sign, reader, 2)
  return { type: 'group', number: Number(sign + reader.takeWhile(DIGIT, 1)) }
}
