import type { ScalarType } from './yaml-node.ts'

/** A plain scalar, read. */
export interface ResolvedScalar {
  readonly type: ScalarType
  readonly number: number | undefined
}

// The patterns of PyYAML's resolver.py, which is what the Sigma tools read with. It is YAML 1.1 with exceptions: an
// exponent needs its sign, one letter is no boolean. Every step of a pattern is decided by the next character.
const BOOLEAN = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/
const TRUE = new Set(['yes', 'true', 'on'])
const NULL = /^(?:~|null|Null|NULL|)$/
const INTEGER = /^[-+]?(?:0b[0-1_]+|0[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])*\.[0-9_]*|[-+]?[0-9][0-9_]*\.[0-9_]*[eE][-+][0-9]+|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const TIMESTAMP =
  /^\d{4}-(?:\d\d-\d\d|\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/

/** First characters of anything that is not plain text. */
const TELLING = /^[-+.0-9yYnNtTfFoO~]/

/** No scalar of another type than text is longer. A longer number is none that anyone can mean. */
const LONGEST = 4_300

const STRING: ResolvedScalar = { type: 'string', number: undefined }

/** The type and value of a scalar that stands without quotes and tag, as PyYAML's `SafeLoader` reads it. */
export const resolveScalar = (text: string): ResolvedScalar => {
  if (text !== '' && !TELLING.test(text)) return STRING
  if (text.length > LONGEST) return STRING
  if (NULL.test(text)) return { type: 'null', number: undefined }
  if (BOOLEAN.test(text)) return { type: 'boolean', number: TRUE.has(text.toLowerCase()) ? 1 : 0 }
  if (INTEGER.test(text)) return { type: 'integer', number: integerOf(text.replaceAll('_', '')) }
  if (FLOAT.test(text)) return { type: 'float', number: floatOf(text.replaceAll('_', '').toLowerCase()) }
  return TIMESTAMP.test(text) ? { type: 'timestamp', number: undefined } : STRING
}

const base60 = (text: string): number => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

const signed = (text: string, read: (digits: string) => number): number => {
  if (text.startsWith('-')) return -read(text.slice(1))
  return read(text.startsWith('+') ? text.slice(1) : text)
}

/** `NaN` where there is a prefix and no digit, which PyYAML's patterns take and its constructors do not. */
const integerOf = (text: string): number =>
  signed(text, (digits) => {
    if (digits.startsWith('0b') || digits.startsWith('0x')) return digits.length > 2 ? Number(digits) : Number.NaN
    if (digits.startsWith('0')) return Number.parseInt(digits, 8)
    return base60(digits)
  })

const floatOf = (text: string): number =>
  signed(text, (digits) => {
    if (digits === '.inf') return Number.POSITIVE_INFINITY
    return digits === '.nan' ? Number.NaN : base60(digits)
  })
