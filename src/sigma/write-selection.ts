import { quote } from './quote.ts'
import type { FieldMatch, Selection, SelectionMap } from './rule.ts'

/**
 * The YAML of a selection behind its key `selection:`, at an indent of four: one map as a map, several as a list of
 * maps, one value as a scalar, several as a list.
 */
export const writeSelection = (selection: Selection): string => {
  const first = selection.length === 1 ? '    ' : '    - '
  const indent = selection.length === 1 ? '    ' : '      '
  let text = ''
  for (const map of selection) text += writeMap(map, first, indent)
  return text
}

/** `first` stands before the first key, `indent` before the others. */
const writeMap = (map: SelectionMap, first: string, indent: string): string => {
  let text = ''
  for (const match of map) text += (text === '' ? first : indent) + writeMatch(match, indent)
  return text
}

const writeMatch = ({ field, modifiers, values }: FieldMatch, indent: string): string => {
  const key = modifiers.length === 0 ? field : `${field}|${modifiers.join('|')}`
  const before = values.length === 1 ? ' ' : `\n${indent}  - `
  let text = `${key}:`
  for (const value of values) text += before + quote(value)
  return `${text}\n`
}
