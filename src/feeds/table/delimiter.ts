/** What stands between the cells of tables, most usual first. */
export const DELIMITERS = [',', '\t', ';', '|'] as const

/** One of {@link DELIMITERS}. */
export type Delimiter = (typeof DELIMITERS)[number]
