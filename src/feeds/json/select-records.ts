import { type JsonRecord, positionOf } from './json-record.ts'
import { isListOfRecords, type JsonPath, type Selection, selectionAt } from './json-selection.ts'

/** A top-level value that was parsed as a whole. */
export interface JsonDocument {
  readonly value: unknown
  readonly document: number
  /** Stands before the paths in positions. */
  readonly name: string
  /** The position of the value itself. */
  readonly whole: string
}

/** The records of a parsed value: what stands at the selected paths, or the value itself when it holds none of them. */
export const selectRecords = ({ value, document, name, whole }: JsonDocument, selection: Selection): JsonRecord[] => {
  const records: JsonRecord[] = []

  const collect = (value: unknown, at: Selection | undefined, path: JsonPath): boolean => {
    if (at?.selected === true) {
      records.push({ value, position: positionOf(name, path), path, document })
      return true
    }
    if (at === undefined || typeof value !== 'object' || value === null) return false
    const isArray = Array.isArray(value)
    let isFound = isListOfRecords(at, isArray)
    for (const [key, below] of isArray ? value.entries() : Object.entries(value)) {
      if (collect(below, selectionAt(at, key), [...path, key])) isFound = true
    }
    return isFound
  }

  return collect(value, selection, []) ? records : [{ value, position: whole, path: [], document }]
}
