import { failPattern, type PatternReader } from './pattern-reader.ts'
import { readClassEscape } from './python-escape.ts'

/** Takes what stands in brackets, behind the opening one. It matches one character. */
export const takeCharacterSet = (reader: PatternReader): void => {
  reader.takeIf('^')
  let isFirst = true
  for (;;) {
    const sign = reader.take()
    if (sign === '') return failPattern('unterminated character set')
    if (sign === ']' && !isFirst) return
    isFirst = false
    const from = codeOf(sign, reader)
    if (reader.peek() !== '-') continue
    reader.take()
    const end = reader.take()
    if (end === '') return failPattern('unterminated character set')
    if (end === ']') return
    const to = codeOf(end, reader)
    if (from === undefined || to === undefined || to < from) return failPattern('bad character range')
  }
}

/** The code of a character in brackets; `undefined` for a class such as `\d`. */
const codeOf = (sign: string, reader: PatternReader): number | undefined => {
  if (sign !== '\\') return sign.codePointAt(0)
  const escape = readClassEscape(reader)
  return escape.type === 'character' ? escape.code : undefined
}
