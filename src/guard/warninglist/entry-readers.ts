import type { GuardEntry } from '../../indicator/guard-list.ts'
import { isEntryRefusal, type EntryRefusal } from '../entry-refusal.ts'
import { SHORTEST_PART } from '../part-index.ts'
import { readPattern } from '../pattern/pattern.ts'
import { readEntry, readSite } from '../read-entry.ts'

type ReadEntry = (text: string) => GuardEntry | EntryRefusal

const LEADING_DOT = /^\./

const readCidr: ReadEntry = (text) => {
  const entry = readEntry(text)
  return isEntryRefusal(entry) || entry.shape === 'network' ? entry : { refused: 'unreadable' }
}

/** Values as they are; only a leading dot says that more than the host itself is meant. */
const readString: ReadEntry = (text) => {
  if (LEADING_DOT.test(text)) return readSite(text)
  const entry = readEntry(text)
  return !isEntryRefusal(entry) && entry.shape === 'below' ? { shape: 'alone', text: entry.text } : entry
}

/** A host name within another name is somebody else's, so that names are read as names. */
const readSubstring: ReadEntry = (text) => {
  const entry = readEntry(text)
  if (!isEntryRefusal(entry)) return entry
  return text.length < SHORTEST_PART ? { refused: 'too_short' } : { shape: 'part', text: text.toLowerCase() }
}

const readRegex: ReadEntry = (text) => {
  const pattern = readPattern(text)
  return 'refused' in pattern ? { refused: 'bad_pattern', detail: pattern.refused } : { shape: 'pattern', text }
}

/** How each type of list reads its values: https://github.com/MISP/misp-warninglists */
export const ENTRY_READERS = {
  cidr: readCidr,
  hostname: readSite,
  string: readString,
  substring: readSubstring,
  regex: readRegex
} as const satisfies Readonly<Record<string, ReadEntry>>

/** A type of list. */
export type WarninglistType = keyof typeof ENTRY_READERS

/** Whether a text names a type of list. */
export const isWarninglistType = (text: unknown): text is WarninglistType =>
  typeof text === 'string' && Object.hasOwn(ENTRY_READERS, text)
