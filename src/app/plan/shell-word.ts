const PLAIN = /^[\w@%+=:,./-]+$/

/** A text as one word of a command line of a POSIX shell. */
export const shellWord = (text: string): string =>
  PLAIN.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
