import { inQuotes, quote } from './quote.ts'
import { remember } from '../indicator/remember.ts'
import type { LogSource, SigmaRule } from './rule.ts'
import type { RuleParts, RuleTemplate } from './rule-parts.ts'
import { writeSelection } from './write-selection.ts'

/** Stands between two documents of a file, never before the first or behind the last. */
export const DOCUMENT_SEPARATOR = '---\n'

/**
 * A rule as one YAML document, with LF behind the last line. Names from closed sets are plain, every other scalar is
 * single-quoted, so that no reader takes a value for a number, a date or a piece of YAML.
 */
export const writeRule = (rule: SigmaRule): string =>
  writeParts({
    template: { ...rule, titleStart: '', reported: '', remarks: '' },
    filling: { ...rule, titleEnd: rule.title, detected: rule.description, since: '' }
  })

/** The same of a rule in parts. What stands between the texts of a filling is made once for a template. */
export const writeParts = ({ template, filling }: RuleParts): string => {
  const { titleEnd, id, detected, since, date, modified, selection } = filling
  const { untilTitle, untilSince, untilDate, untilSelection, end } = written(template)
  return (
    untilTitle +
    inQuotes(titleEnd) +
    "'\nid: " +
    id +
    "\nstatus: experimental\ndescription: '" +
    inQuotes(detected) +
    untilSince +
    inQuotes(since) +
    untilDate +
    inQuotes(date) +
    (modified === undefined ? '' : `'\nmodified: '${inQuotes(modified)}`) +
    untilSelection +
    writeSelection(selection) +
    end
  )
}

/** The texts between those of a filling, in the order of a rule. */
interface WrittenTemplate {
  readonly untilTitle: string
  readonly untilSince: string
  readonly untilDate: string
  readonly untilSelection: string
  readonly end: string
}

const written = remember(
  (template: RuleTemplate): WrittenTemplate => ({
    untilTitle: `title: '${inQuotes(template.titleStart)}`,
    untilSince: inQuotes(template.reported),
    untilDate:
      `${inQuotes(template.remarks)}'\n` +
      writeList('references', template.references.map(quote)) +
      `author: ${quote(template.author)}\n` +
      "date: '",
    untilSelection:
      "'\n" + writeList('tags', template.tags) + writeLogSource(template.logsource) + 'detection:\n  selection:\n',
    end:
      '  condition: selection\n' +
      writeList('fields', template.fields.map(quote)) +
      writeList('falsepositives', template.falsepositives.map(quote)) +
      `level: ${template.level}\n`
  })
)

/** An empty list leaves its key out: a key without a value would read as null. */
const writeList = (key: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `${key}:\n${items.map((item) => `  - ${item}\n`).join('')}`

const writeLogSource = ({ category, product, service, definition }: LogSource): string =>
  'logsource:\n' +
  (category === undefined ? '' : `  category: ${category}\n`) +
  (product === undefined ? '' : `  product: ${product}\n`) +
  (service === undefined ? '' : `  service: ${service}\n`) +
  (definition === undefined ? '' : `  definition: ${quote(definition)}\n`)
