import { Problem } from '../problem/problem.ts'
import type { FeedFormat, Sample } from './feed-format.ts'
import { FORMATS } from './formats.ts'
import { unknownWord } from './unknown-word.ts'

const NAMES = FORMATS.map(({ name }) => name)

/**
 * The format of an input, by what it holds. Throws a `Problem` that says what was seen instead: `input_empty`,
 * `input_binary`, `input_html` or `input_unknown`.
 */
export const recogniseFormat = (sample: Sample): FeedFormat => {
  if (sample.complete && sample.text.trim() === '') {
    throw new Problem('input_empty', 'The input is empty: it holds nothing but white space, if anything.')
  }
  const binary = seenOfBinary(sample.text)
  if (binary !== undefined) {
    throw new Problem(
      'input_binary',
      `The input is no text: ${binary}. Unpack it first, or name its format with --format if it is text after all.`
    )
  }
  if (isHtml(sample.text)) {
    throw new Problem(
      'input_html',
      'The input is a web page (HTML), not a feed: the download may have got a login, consent or error page. ' +
        'Fetch the raw file; if it is a report to be read for its indicators, name it with --format report.'
    )
  }
  const found = FORMATS.find(({ recognise }) => recognise(sample))
  if (found !== undefined) return found
  throw new Problem(
    'input_unknown',
    `No known format fits the input: ${seenOfUnknown(sample.text)}. Name one with --format (${NAMES.join(', ')}).`,
    { details: { parameter: 'format', allowed: NAMES } }
  )
}

/** The format of this name. Throws `invalid_parameter` with the nearest name for any other. */
export const formatNamed = (name: string): FeedFormat => {
  const found = FORMATS.find((format) => format.name === name)
  if (found !== undefined) return found
  throw unknownWord('format', `"${name.slice(0, 64)}" is no known format`, name, NAMES)
}

/** Text has tabs, line ends and form feeds, but of other control characters and undecodable bytes few if any. */
const LEAST_BINARY_SHARE = 0.05

const seenOfBinary = (text: string): string | undefined => {
  const nul = text.indexOf('\0')
  if (nul >= 0) return `character ${nul + 1} is a NUL`
  const strange = text.match(/[\u0001-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0
  if (strange < text.length * LEAST_BINARY_SHARE) return undefined
  return `${strange} of its first ${text.length} characters are control characters or undecodable bytes`
}

const isHtml = (text: string): boolean => /^\s*(?:<!doctype html|<html|<head|<body|<script)/i.test(text)

const seenOfUnknown = (text: string): string => {
  const start = text.trimStart()
  if (start.startsWith('<')) return 'it looks like XML'
  if (start.startsWith('{') || start.startsWith('[')) return `it looks like JSON with ${seenOfJson(start)}`
  const line = start.slice(0, start.search(/[\r\n]|$/))
  return `it begins with "${line.length > 80 ? `${line.slice(0, 80)}…` : line}", and hardly a line holds an indicator`
}

const seenOfJson = (text: string): string => {
  const names = [...new Set(text.slice(0, 2_000).match(/"[^"\\]{1,40}"(?=\s*:)/g))]
  return names.length === 0 ? 'no named members' : `the members ${names.slice(0, 8).join(', ')}`
}
