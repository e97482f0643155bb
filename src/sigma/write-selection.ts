import type { InQuotes } from './quote.ts'
import type { FieldMatch, Selection, SelectionMap } from './rule.ts'

/** What stands around the keys and values of a map. */
interface Layout {
  readonly beforeFirstKey: string
  readonly beforeKey: string
  /** Behind a key that has several values, and between them. */
  readonly beforeValue: string
}

const ALONE: Layout = { beforeFirstKey: '    ', beforeKey: '    ', beforeValue: "\n      - '" }
const LISTED: Layout = { beforeFirstKey: '    - ', beforeKey: '      ', beforeValue: "\n        - '" }

/**
 * The YAML of a selection behind its key `selection:`, at an indent of four: one map as a map, several as a list of
 * maps, one value as a scalar, several as a list. Values are written by `inQuotes`.
 */
export const writeSelection = (selection: Selection, inQuotes: InQuotes): string => {
  const layout = selection.length === 1 ? ALONE : LISTED
  let text = ''
  for (const map of selection) text += writeMap(map, layout, inQuotes)
  return text
}

const writeMap = (map: SelectionMap, layout: Layout, inQuotes: InQuotes): string => {
  let text = ''
  for (const match of map) {
    text += (text === '' ? layout.beforeFirstKey : layout.beforeKey) + writeMatch(match, layout, inQuotes)
  }
  return text
}

const writeMatch = ({ field, modifiers, values }: FieldMatch, { beforeValue }: Layout, inQuotes: InQuotes): string => {
  let text = field
  for (const modifier of modifiers) text += `|${modifier}`
  let before = values.length === 1 ? ": '" : `:${beforeValue}`
  for (const value of values) {
    text += before + inQuotes(value)
    before = `'${beforeValue}`
  }
  return `${text}'\n`
}
