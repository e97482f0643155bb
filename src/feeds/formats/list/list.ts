import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import type { FeedFormat, ReadOptions, Sample } from '../../feed-format.ts'
import { type Line, readLines } from '../../lines.ts'
import { refusal } from '../../refusal.ts'
import { sampleLines } from '../../sample-lines.ts'
import { looksLikeValue } from '../../several-values.ts'
import { createReferences, type References } from './references.ts'
import { valuesOfLine } from './values-of-line.ts'

/** Plain lists: values of any kinds, one or several in a line, with comments; also hosts files. */
export const list: FeedFormat = {
  name: 'list',
  title: 'plain list',
  feed: undefined,
  recognise: (sample) => isList(sample),
  read: (text, options) => read(text, options)
}

async function* read(text: AsyncIterable<string>, { maxLineLength }: ReadOptions): AsyncGenerator<readonly FeedItem[]> {
  const references = createReferences()
  for await (const { first, lines } of readLines(text, maxLineLength)) {
    const items: FeedItem[] = []
    lines.forEach((line, index) => addLine(items, line, first + index, references))
    if (items.length > 0) yield items
  }
}

const addLine = (items: FeedItem[], line: Line, number: number, references: References): void => {
  if (typeof line !== 'string') {
    items.push(refusal(line.start, `line ${number}`, 'too_long_line'))
    return
  }
  const text = line.trim()
  if (text === '') return
  if (isComment(text)) return references.comment(text)
  const context = references.context()
  const position = `line ${number}`
  for (const value of valuesOfLine(text)) items.push({ value, kind: undefined, position, ...(context && { context }) })
}

const isComment = (text: string): boolean => text.startsWith('#') || text.startsWith(';') || text.startsWith('//')

/** XML, and JSON objects and arrays; `[` also begins IPv6 addresses and defanged text. */
const IS_MARKUP = /^\s*(?:<|\{|\[\s*["[{\]])/

/** Below this share of lines that look like values, a text is no list, but prose or code that names some. */
const LEAST_SHARE = 0.1

const isList = (sample: Sample): boolean => {
  if (IS_MARKUP.test(sample.text)) return false
  const lines = sampleLines(sample).flatMap((line) => line.trim() || [])
  const texts = lines.filter((text) => !isComment(text))
  if (texts.length === 0) return lines.length > 0
  return texts.filter((text) => valuesOfLine(text).some(looksLikeValue)).length >= texts.length * LEAST_SHARE
}
