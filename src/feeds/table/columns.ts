import { type Fields, nameKey, saidParts, saidText } from '../field-text.ts'

/** The fields of a row, by the names of the columns. */
export type RowFields = (cells: readonly string[]) => Fields

/** Reads rows under these column names; where a name stands twice, the first column counts. */
export const createRowFields = (names: readonly string[]): RowFields => {
  const keys = names.map(nameKey)
  const indexes = new Map<string, number>()
  const indexOf = (name: string): number => {
    const known = indexes.get(name)
    if (known !== undefined) return known
    const index = keys.indexOf(nameKey(name))
    indexes.set(name, index)
    return index
  }
  return (cells) => {
    const text = (name: string): string | undefined => {
      const cell = cells[indexOf(name)]
      return cell === undefined ? undefined : saidText(cell)
    }
    return { text, list: (name) => saidParts(text(name), ','), records: () => [] }
  }
}
