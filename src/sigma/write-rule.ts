import { type InQuotes, inQuotes, quote } from './quote.ts'
import { remember } from '../indicator/remember.ts'
import type { LogSource, SigmaRule } from './rule.ts'
import type { RuleFilling, RuleParts, RuleTemplate } from './rule-parts.ts'
import { writeSelection } from './write-selection.ts'

/** Stands between two documents of a file, never before the first or behind the last. */
export const DOCUMENT_SEPARATOR = '---\n'

/**
 * A rule as one YAML document, with LF behind the last line. Names from closed sets are plain, every other scalar is
 * single-quoted, so that no reader takes a value for a number, a date or a piece of YAML.
 */
export const writeRule = (rule: SigmaRule): string =>
  fill(writeTemplate({ ...rule, titleStart: '', reported: '', remarks: '' }), {
    ...rule,
    isPlain: false,
    titleEnd: rule.title,
    detected: rule.description,
    since: ''
  })

/** The same of a rule in parts. What stands between the texts of a filling is made once for a template. */
export const writeParts = ({ template, filling }: RuleParts): string => fill(written(template), filling)

/** The texts between those of a filling, in the order of a rule. */
interface WrittenTemplate {
  readonly untilTitle: string
  readonly untilSince: string
  readonly untilDate: string
  readonly tags: string
  readonly untilSelection: string
  readonly end: string
}

const fill = (template: WrittenTemplate, filling: RuleFilling): string => {
  const { isPlain, titleEnd, id, detected, since, date, modified, tags, selection } = filling
  const { untilTitle, untilSince, untilDate, untilSelection, end } = template
  const text = isPlain ? asItIs : inQuotes
  return (
    untilTitle +
    text(titleEnd) +
    "'\nid: " +
    id +
    "\nstatus: experimental\ndescription: '" +
    text(detected) +
    untilSince +
    text(since) +
    untilDate +
    text(date) +
    (modified === undefined ? "'\n" : `'\nmodified: '${text(modified)}'\n`) +
    (tags === undefined ? template.tags : writeTags(tags)) +
    untilSelection +
    writeSelection(selection, text) +
    end
  )
}

const asItIs: InQuotes = (text) => text

const writeTemplate = (template: RuleTemplate): WrittenTemplate => ({
  untilTitle: `title: '${inQuotes(template.titleStart)}`,
  untilSince: inQuotes(template.reported),
  untilDate:
    `${inQuotes(template.remarks)}'\n` +
    writeList('references', template.references.map(quote)) +
    `author: ${quote(template.author)}\n` +
    "date: '",
  tags: writeTags(template.tags),
  untilSelection: `${writeLogSource(template.logsource)}detection:\n  selection:\n`,
  end:
    '  condition: selection\n' +
    writeList('fields', template.fields.map(quote)) +
    writeList('falsepositives', template.falsepositives.map(quote)) +
    `level: ${template.level}\n`
})

const written = remember(writeTemplate)

/** An empty list leaves its key out: a key without a value would read as null. */
const writeList = (key: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `${key}:\n${items.map((item) => `  - ${item}\n`).join('')}`

const writeTags = (tags: readonly string[]): string => writeList('tags', tags)

const writeLogSource = ({ category, product, service, definition }: LogSource): string =>
  'logsource:\n' +
  (category === undefined ? '' : `  category: ${category}\n`) +
  (product === undefined ? '' : `  product: ${product}\n`) +
  (service === undefined ? '' : `  service: ${service}\n`) +
  (definition === undefined ? '' : `  definition: ${quote(definition)}\n`)
