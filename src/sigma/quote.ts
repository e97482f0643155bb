const PLAIN = /^[ -&(-~]*$/

/** Whether a text stands between quotes as it is: printable ASCII without `'`, as most are. */
export const isPlain = (text: string): boolean => PLAIN.test(text)

/**
 * Characters that no reader of YAML 1.1 or 1.2 takes in a one-line scalar: controls, line separators, the byte order
 * mark, noncharacters and lone surrogates. https://yaml.org/spec/1.2.2/#51-character-set
 */
const UNWRITABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/u

/** Says what stands of a text between the quotes of a scalar: {@link inQuotes}, or less where more is known of it. */
export type InQuotes = (text: string) => string

/**
 * What stands of a text between the quotes of a single-quoted YAML scalar on one line; of two texts behind each other, what
 * stands of each. Values and names were cleaned where they came in, so a character that cannot stand here is a bug and
 * throws: a rule that says something else than its model is worse than none.
 */
export const inQuotes: InQuotes = (text) => {
  if (isPlain(text)) return text
  if (UNWRITABLE.test(text)) throw new TypeError(`not writable on one line of YAML: ${JSON.stringify(text)}`)
  return text.replaceAll("'", "''")
}

/** A text as a single-quoted YAML scalar on one line. */
export const quote = (text: string): string => `'${inQuotes(text)}'`
