import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import type { FeedFormat, ReadOptions } from '../../feed-format.ts'
import { readLines } from '../../lines.ts'
import { refusal } from '../../refusal.ts'
import { sampleLines } from '../../sample-lines.ts'
import { createRowFields, type RowFields } from '../../table/columns.ts'
import { createIntelMapping } from './intel-mapping.ts'

/** Intelligence files of Zeek. https://docs.zeek.org/en/current/frameworks/intel.html */
export const zeekIntel: FeedFormat = {
  name: 'zeek-intel',
  title: 'Zeek intelligence files',
  feed: undefined,
  mode: 'list',
  recognise: (sample) => sampleLines(sample).some((line) => namesOf(line).includes('indicator_type')),
  read: (text, options) => read(text, options)
}

const FIELDS = '#fields\t'

/** The names of the columns, where a line tells them. */
const namesOf = (line: string): readonly string[] =>
  line.startsWith(FIELDS) ? line.slice(FIELDS.length).split('\t') : []

async function* read(text: AsyncIterable<string>, { maxLineLength }: ReadOptions): AsyncGenerator<readonly FeedItem[]> {
  const mapping = createIntelMapping()
  let fieldsOf: RowFields | undefined
  for await (const { first, lines } of readLines(text, maxLineLength)) {
    const items: FeedItem[] = []
    for (const [index, line] of lines.entries()) {
      const position = `line ${first + index}`
      if (typeof line !== 'string') items.push(refusal(line.start, position, 'too_long_line'))
      else if (line.startsWith(FIELDS)) fieldsOf = createRowFields(namesOf(line))
      else if (line.startsWith('#') || line.trim() === '') continue
      else if (fieldsOf === undefined) items.push(refusal(line, position, 'bad_record', 'no line #fields above it'))
      else items.push(...mapping(fieldsOf(line.split('\t')), position))
    }
    if (items.length > 0) yield items
  }
}
