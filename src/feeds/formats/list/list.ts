import type { FeedItem, Position } from '../../../indicator/raw-indicator.ts'
import type { FeedFormat, ReadOptions, Sample } from '../../feed-format.ts'
import { type Line, readLines } from '../../lines.ts'
import { refusal } from '../../refusal.ts'
import { sampleLines } from '../../sample-lines.ts'
import { looksLikeValue } from '../../several-values.ts'
import { createReferences, type References } from './references.ts'
import { isValueName } from './value-name.ts'
import { valuesOfLine } from './values-of-line.ts'

/** Plain lists: values of any kinds, one or several in a line, with comments; also hosts files. */
export const list: FeedFormat = {
  name: 'list',
  title: 'plain list',
  feed: undefined,
  mode: 'list',
  recognise: (sample) => isList(sample),
  read: (text, options) => read(text, options)
}

async function* read(text: AsyncIterable<string>, { maxLineLength }: ReadOptions): AsyncGenerator<readonly FeedItem[]> {
  const references = createReferences()
  for await (const { first, lines } of readLines(text, maxLineLength)) {
    const items: FeedItem[] = []
    lines.forEach((line, index) => addLine(items, line, `line ${first + index}`, references))
    if (items.length > 0) yield items
  }
}

const addLine = (items: FeedItem[], line: Line, position: Position, references: References): void => {
  if (typeof line !== 'string') {
    items.push(refusal(line.start, position, 'too_long_line'))
    return
  }
  const text = line.trim()
  if (text === '' || isHeading(text)) return
  if (isComment(text)) return references.comment(text)
  if (text.startsWith(ADBLOCK_EXCEPTION)) {
    items.push(refusal(text, position, 'not_for_detection', 'an exception'))
    return
  }
  const context = references.context()
  const { values, mentioned } = valuesOfLine(text)
  for (const value of values) items.push({ value, kind: undefined, position, ...(context && { context }) })
  for (const value of mentioned) items.push(refusal(value, position, 'bad_record', 'only mentioned behind a value'))
}

const ADBLOCK_EXCEPTION = '@@'

const isComment = (text: string): boolean => /^(?:#|;|\/\/|!\s)/.test(text)

/** `Domains:`, `SHA256`: what the values below are called; or the first line of an ad blocker's list. */
const isHeading = (text: string): boolean => text.startsWith('[Adblock') || (!/[,;|]/.test(text) && isValueName(text))

/** XML, and JSON objects and arrays; `[` also begins IPv6 addresses and defanged text. */
const IS_MARKUP = /^\s*(?:<|\{|\[\s*["[{\]])/

/** Below this share of lines that look like values, a text is no list, but prose or code that names some. */
const LEAST_SHARE = 0.1

const isList = (sample: Sample): boolean => {
  if (IS_MARKUP.test(sample.text)) return false
  const lines = sampleLines(sample).flatMap((line) => line.trim() || [])
  const texts = lines.filter((text) => !isComment(text) && !isHeading(text))
  if (texts.length === 0) return lines.length > 0
  return texts.filter((text) => valuesOfLine(text).values.some(looksLikeValue)).length >= texts.length * LEAST_SHARE
}
