import type { ReadOptions } from '../feed-format.ts'
import type { JsonEntry } from './json-record.ts'
import { type Selection, selectionOf } from './json-selection.ts'
import { lineRecords } from './line-records.ts'
import { parseJson } from './parse-json.ts'
import { lookAhead } from '../look-ahead.ts'
import { selectRecords } from './select-records.ts'
import { streamRecords } from './stream-records.ts'

/**
 * Reads the records of JSON in batches, in the order of the text, with memory that does not grow with it.
 *
 * `select` says where records stand, in the notation of {@link selectionOf}: `/data/[]` for the elements of the list
 * `data`, `/#/[]` for lists under numbers. Where one selected path leads through another, the shorter one counts.
 * A top-level value that holds none of them is a record itself, so that one object per line needs no path.
 *
 * Short texts are parsed at once, one value per line line by line, everything else token by token. Values longer than
 * `maxLineLength` and lines that are no JSON come as rejects. Throws `input_truncated` or `input_broken`, with the
 * place, after everything before it was given.
 */
export async function* readJsonRecords(
  text: AsyncIterable<string>,
  select: readonly string[],
  { maxLineLength }: Pick<ReadOptions, 'maxLineLength'>
): AsyncGenerator<readonly JsonEntry[]> {
  const selection = selectionOf(select)
  const { beginning: head, isWhole, all } = await lookAhead(text, maxLineLength)
  const parsed = isWhole && hasOrder(selection) ? parseJson(head) : undefined
  if (parsed !== undefined) {
    yield selectRecords({ value: parsed.value, document: 0, name: '', whole: 'line 1' }, selection)
  } else if (hasValuePerLine(head)) {
    yield* lineRecords(all, selection, maxLineLength)
  } else {
    yield* streamRecords(all, selection, maxLineLength)
  }
}

/** JavaScript objects list members with numbers for names first and by size, so the order of the text would be lost. */
const hasOrder = (selection: Selection): boolean => selection.numbered === undefined

/** Whether the first of several lines is a value by itself, or, where the first is damaged, the second. */
const hasValuePerLine = (head: string): boolean => {
  const [first = '', second = ''] = head.split('\n', 100).flatMap((line) => line.trim() || [])
  return second !== '' && (isObject(first) || (!/[[{,:]$/.test(first) && isObject(second)))
}

const isObject = (line: string): boolean => line.startsWith('{') && parseJson(line) !== undefined
