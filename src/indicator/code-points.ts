const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff

// UTF-16 puts surrogates, which stand for the highest code points, below U+E000 to U+FFFF.
const rank = (unit: number): number => (unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE ? unit + 0x10000 : unit)

/** Orders texts by code point, as UTF-8 bytes are ordered; the order of every sorted list in sigmill. */
export const compareCodePoints = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const difference = rank(a.charCodeAt(at)) - rank(b.charCodeAt(at))
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** The code points of a text. */
export const codePointsOf = (text: string): number[] => Array.from(text, (char) => Number(char.codePointAt(0)))
