/** One token of a STIX pattern. */
export interface PatternToken {
  /** `text` is a quoted string without quotes and escapes; `literal` a number or `t'…'`, `h'…'`, `b'…'`. */
  readonly kind: 'word' | 'text' | 'literal' | 'symbol' | 'end' | 'unreadable'
  readonly text: string
  /** Where it begins, from 0. */
  readonly at: number
}

const LONG_SYMBOLS: ReadonlySet<string> = new Set(['!=', '<>', '==', '<=', '>='])
const SYMBOLS: ReadonlySet<string> = new Set('=<>[]():.,*')
/** One class of characters each, matched from where the token begins. */
const BLANKS = /[\s\u0085]*/y
const WORD = /[A-Za-z0-9_-]*/y
const NUMBER = /[0-9.+-]*/y
const LETTER = /[A-Za-z_]/
const SIGN_OR_DIGIT = /[0-9+-]/
/** What stands before the quote of a literal: a timestamp, hexadecimal or base64 bytes. */
const PREFIXES: ReadonlySet<string> = new Set(['t', 'h', 'b'])

/** Reads the token that begins at or behind a place. https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html#_e8slinrhxcc9 */
export const tokenAt = (pattern: string, from: number): { readonly token: PatternToken; readonly end: number } => {
  const at = endOf(BLANKS, pattern, from)
  const char = pattern.charAt(at)
  if (char === '') return plain('end', pattern, at, at)
  if (char === "'" || char === '"') return quoted(pattern, at, at, 'text')
  if (LETTER.test(char)) {
    if (PREFIXES.has(char) && pattern.charAt(at + 1) === "'") return quoted(pattern, at, at + 1, 'literal')
    return plain('word', pattern, at, endOf(WORD, pattern, at))
  }
  if (SIGN_OR_DIGIT.test(char)) return plain('literal', pattern, at, endOf(NUMBER, pattern, at))
  if (LONG_SYMBOLS.has(pattern.slice(at, at + 2))) return plain('symbol', pattern, at, at + 2)
  return plain(SYMBOLS.has(char) ? 'symbol' : 'unreadable', pattern, at, at + 1)
}

const endOf = (chars: RegExp, pattern: string, from: number): number => {
  chars.lastIndex = from
  chars.test(pattern)
  return chars.lastIndex
}

const plain = (kind: PatternToken['kind'], pattern: string, at: number, end: number) => ({
  token: { kind, text: pattern.slice(at, end), at },
  end
})

/** A backslash stands before a quote or another backslash; before anything else it means itself. */
const quoted = (pattern: string, at: number, opening: number, kind: 'text' | 'literal') => {
  const quote = pattern.charAt(opening)
  let text = ''
  let from = opening + 1
  for (let end = from; end < pattern.length; end += 1) {
    const char = pattern.charAt(end)
    if (char === quote) return { token: { kind, text: text + pattern.slice(from, end), at }, end: end + 1 }
    const next = pattern.charAt(end + 1)
    if (char !== '\\' || (next !== '\\' && next !== quote)) continue
    text += pattern.slice(from, end)
    from = end + 1
    end += 1
  }
  return { token: { kind: 'unreadable' as const, text: pattern.slice(at, at + 1), at }, end: pattern.length }
}
