const LONGEST = 200

/** Whatever moves a cursor or turns the direction of text: C1, DEL, bidi controls, line and paragraph separators. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

const spelledOut = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A file name as a message shows it: in quotes, on one line, cut at 200 characters, nothing a terminal would obey. */
export const printable = (name: string): string => {
  const cut = name.length > LONGEST ? `${name.slice(0, LONGEST)}...` : name
  return JSON.stringify(cut).replaceAll(UNSAFE, spelledOut)
}
