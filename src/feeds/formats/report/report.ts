import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import type { FeedFormat, ReadOptions } from '../../feed-format.ts'
import { lookAhead } from '../../look-ahead.ts'
import { refusal } from '../../refusal.ts'
import { htmlLines } from './html-lines.ts'
import { looksLikeReport } from './looks-like-report.ts'
import { textLines } from './numbered-lines.ts'
import { createReportReader } from './report-reader.ts'

/** Reports for people, in Markdown, AsciiDoc, plain text or HTML: what they mean as indicators. See `docs/reports.md`. */
export const report: FeedFormat = {
  name: 'report',
  title: 'report in free text',
  feed: undefined,
  mode: 'list',
  recognise: (sample) => looksLikeReport(sample),
  read: (text, options) => read(text, options)
}

const LENGTH_OF_BEGINNING = 1_024

async function* read(text: AsyncIterable<string>, { maxLineLength }: ReadOptions): AsyncGenerator<readonly FeedItem[]> {
  const { beginning, all } = await lookAhead(text, LENGTH_OF_BEGINNING)
  const readLine = createReportReader()
  for await (const lines of isHtml(beginning) ? htmlLines(all, maxLineLength) : textLines(all, maxLineLength)) {
    const items = lines.flatMap(({ number, line }) => {
      const position = `line ${number}`
      return typeof line === 'string' ? readLine(line, position) : [refusal(line.start, position, 'too_long_line')]
    })
    if (items.length > 0) yield items
  }
}

const isHtml = (beginning: string): boolean => /^\s*<[!a-z]/i.test(beginning)
