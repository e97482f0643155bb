import type { JsonRecord } from './json-record.ts'

/**
 * Some records are told about by others beside them in the same object, its *holder*: a MISP event holds `Attribute`,
 * `Tag` and `date`. So that holders of any size can be read, each part of one is a record of its own.
 */
export const pathsOfParts = (holders: readonly string[], parts: readonly string[]): readonly string[] =>
  holders.flatMap((holder) => parts.map((part) => `${holder}${part}`))

/** Which part of its holder a record is: `Attribute`, `date`; empty for a text that holds none. */
export const partOf = ({ path }: JsonRecord): string => String(path.at(typeof path.at(-1) === 'number' ? -2 : -1) ?? '')

/** Tells the holders in a text apart. */
export const holderOf = ({ document, path }: JsonRecord): string =>
  [document, ...path.slice(0, typeof path.at(-1) === 'number' ? -2 : -1)].join('/')
