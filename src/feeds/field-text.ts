/**
 * A record by the names of its fields, whatever it was written in, so that the tables and the JSON of one provider
 * are read by one mapping. Names are compared without regard to letter case and punctuation.
 */
export interface Fields {
  /** The text of a field; `undefined` where it is missing or only a placeholder. */
  readonly text: (name: string) => string | undefined
  /** The parts of a field that holds a list, or text with commas between. */
  readonly list: (name: string) => readonly string[]
  /** The records in a field that holds a list of them; a table has none. */
  readonly records: (name: string) => readonly Fields[]
}

const PLACEHOLDERS = new Set([
  '',
  '-',
  '--',
  'n/a',
  'na',
  'nan',
  'nil',
  'none',
  'null',
  '\\n',
  '(none)',
  '(null)',
  '(empty)'
])

const LONGEST_PLACEHOLDER = Math.max(...[...PLACEHOLDERS].map(({ length }) => length))

/** The trimmed text, or `undefined` for one that feeds write where they have nothing to say: `None`, `n/a`, `-`. */
export const saidText = (text: string): string | undefined => {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_PLACEHOLDER) return trimmed
  return PLACEHOLDERS.has(trimmed.toLowerCase()) ? undefined : trimmed
}

/** The parts of a text between separators, without empty ones and placeholders. */
export const saidParts = (text: string | undefined, separator: string): readonly string[] =>
  text === undefined ? [] : text.split(separator).flatMap((part) => saidText(part) ?? [])

/** A name as it is compared: `First Seen (UTC)` and `first_seen_utc` are one. */
export const nameKey = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
