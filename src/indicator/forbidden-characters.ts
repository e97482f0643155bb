/**
 * What no value and no name may hold: C0, DEL and C1 controls, the bidirectional controls (Unicode Bidi_Control),
 * the line and paragraph separators, noncharacters and lone surrogates. Spelled out, because the runtime's property
 * tables change from version to version.
 */
const NONCHARACTERS = Array.from({ length: 17 }, (_, plane) => {
  const prefix = plane.toString(16)
  return `\\u{${prefix}fffe}\\u{${prefix}ffff}`
}).join('')
const FORBIDDEN = `[\\u{0}-\\u{1f}\\u{7f}-\\u{9f}\\u{61c}\\u{200e}\\u{200f}\\u{2028}-\\u{202e}\\u{2066}-\\u{2069}\\u{d800}-\\u{dfff}\\u{fdd0}-\\u{fdef}${NONCHARACTERS}]`

const FIRST_FORBIDDEN = new RegExp(FORBIDDEN, 'u')
const EVERY_FORBIDDEN = new RegExp(FORBIDDEN, 'gu')
const PRINTABLE_ASCII = /^[ -~]*$/

/** Whether a text is of the characters U+0020 to U+007E alone: nothing to forbid, nothing to normalise. */
export const isPrintableAscii = (text: string): boolean => PRINTABLE_ASCII.test(text)

/** The first forbidden character of a text, or `undefined`. */
export const findForbidden = (text: string): string | undefined => FIRST_FORBIDDEN.exec(text)?.[0]

/** The text without its forbidden characters. */
export const removeForbidden = (text: string): string => text.replace(EVERY_FORBIDDEN, '')
