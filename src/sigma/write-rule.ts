import { quote } from './quote.ts'
import { remember } from './remember.ts'
import type { LogSource, SigmaRule } from './rule.ts'
import { writeSelection } from './write-selection.ts'

/** Stands between two documents of a file, never before the first or behind the last. */
export const DOCUMENT_SEPARATOR = '---\n'

/**
 * A rule as one YAML document, with LF behind the last line. Names from closed sets are plain, every other scalar is
 * single-quoted, so that no reader takes a value for a number, a date or a piece of YAML. Lists and log sources of a
 * rule are never changed once written.
 */
export const writeRule = (rule: SigmaRule): string =>
  `title: ${quote(rule.title)}\n` +
  `id: ${rule.id}\n` +
  'status: experimental\n' +
  `description: ${quote(rule.description)}\n` +
  writeReferences(rule.references) +
  `author: ${quote(rule.author)}\n` +
  `date: ${quote(rule.date)}\n` +
  (rule.modified === undefined ? '' : `modified: ${quote(rule.modified)}\n`) +
  writeTags(rule.tags) +
  writeLogSource(rule.logsource) +
  `detection:\n  selection:\n${writeSelection(rule.selection)}  condition: selection\n` +
  writeFields(rule.fields) +
  writeFalsePositives(rule.falsepositives) +
  `level: ${rule.level}\n`

/** An empty list leaves its key out: a key without a value would read as null. */
const writeList = (key: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `${key}:\n${items.map((item) => `  - ${item}\n`).join('')}`

const quotedList = (key: string): ((items: readonly string[]) => string) =>
  remember((items) => writeList(key, items.map(quote)))

const writeReferences = quotedList('references')
const writeTags = remember((tags: readonly string[]) => writeList('tags', tags))
const writeFields = quotedList('fields')
const writeFalsePositives = quotedList('falsepositives')

const writeLogSource = remember(
  ({ category, product, service, definition }: LogSource): string =>
    'logsource:\n' +
    (category === undefined ? '' : `  category: ${category}\n`) +
    (product === undefined ? '' : `  product: ${product}\n`) +
    (service === undefined ? '' : `  service: ${service}\n`) +
    (definition === undefined ? '' : `  definition: ${quote(definition)}\n`)
)
