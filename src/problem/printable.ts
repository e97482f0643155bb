const LONGEST = 200

/** C0 and C1 controls, DEL, line and paragraph separators, and whatever turns the direction of text. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

const spelledOut = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Text from anywhere as one line on a terminal: nothing in it moves a cursor, changes a colour or hides a word. */
export const terminalText = (text: string): string => text.replaceAll(UNSAFE, spelledOut)

/** A name from anywhere as a sentence shows it: {@link terminalText} in quotes, cut at 200 characters. */
export const printable = (name: string): string =>
  terminalText(JSON.stringify(name.length > LONGEST ? `${name.slice(0, LONGEST)}...` : name))
