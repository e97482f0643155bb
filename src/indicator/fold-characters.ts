const ASCII = /^[\0-\x7f]*$/

/** Characters that show nothing: soft hyphen, zero width space, word joiner and invisible operators, byte order mark. */
const INVISIBLE = /^[\u00ad\u200b\u2060-\u2064\ufeff]$/
/** Zero width non-joiner and joiner: part of a word in some scripts, where they follow a letter that is not ASCII. */
const JOINER = /^[\u200c\u200d]$/
const NO_LETTER_BEFORE_JOINER = /^[\0-\xa0]*$/
const IDEOGRAPHIC_SPACE = '\u3000'
/** Dots that UTS 46 also reads as label separators. */
const IDEOGRAPHIC_FULL_STOP = /^[\u3002\uff61]$/
/** FULLWIDTH EXCLAMATION MARK to FULLWIDTH TILDE stand in the order of `!` to `~`. */
const FULL_WIDTH = /^[\uff01-\uff5e]$/
const FULL_WIDTH_OFFSET = 0xfee0

const fold = (char: string, before: string): string => {
  if (INVISIBLE.test(char)) return ''
  if (JOINER.test(char)) return NO_LETTER_BEFORE_JOINER.test(before) ? '' : char
  if (IDEOGRAPHIC_FULL_STOP.test(char)) return '.'
  if (FULL_WIDTH.test(char)) return String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET)
  return char === IDEOGRAPHIC_SPACE ? ' ' : char
}

/** Turns full-width forms into ASCII and drops characters that only hide a value from a search. */
export const foldCharacters = (text: string): string => {
  if (ASCII.test(text)) return text
  let folded = ''
  let before = ''
  for (const char of text) {
    const next = fold(char, before)
    folded += next
    if (next !== '') before = next
  }
  return folded
}
