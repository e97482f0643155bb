const LONGEST = 100

/** A text of any length, cut where it is too long for a sentence. The last character goes: it may be half of a pair. */
export const shortened = (text: string): string =>
  text.length > LONGEST ? `${Array.from(text.slice(0, LONGEST)).slice(0, -1).join('')}...` : text

/** A text from a document as a sentence shows it: in quotes, and cut where it is too long. */
export const quoted = (text: string): string => JSON.stringify(shortened(text))
