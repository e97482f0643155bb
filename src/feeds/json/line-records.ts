import type { Position, RawReject } from '../../indicator/raw-indicator.ts'
import { readLines } from '../lines.ts'
import { truncatedJson } from './json-problems.ts'
import { type JsonEntry, tooLong } from './json-record.ts'
import type { Selection } from './json-selection.ts'
import { parseJson } from './parse-json.ts'
import { type JsonDocument, selectRecords } from './select-records.ts'

const SHOWN_OF_BROKEN_LINE = 80

/** The records of a text with one JSON value per line. A line that is none costs itself only. */
export async function* lineRecords(
  text: AsyncIterable<string>,
  selection: Selection,
  limit: number
): AsyncGenerator<readonly JsonEntry[]> {
  const ending = { isOpen: false }
  /** Kept back until it is known whether it is broken or just the end of a truncated text. */
  let broken: RawReject | undefined
  for await (const { first, lines } of readLines(watchEnding(text, ending), limit)) {
    const batch: JsonEntry[] = []
    for (const [index, line] of lines.entries()) {
      if (broken !== undefined) batch.push(broken)
      broken = undefined
      const number = first + index
      if (typeof line !== 'string') {
        batch.push(tooLong(line.start, positionOfLine(number), limit))
      } else if (line.trim() !== '') {
        const parsed = parseJson(line)
        if (parsed === undefined) broken = brokenLine(line, number)
        else batch.push(...selectRecords(documentOfLine(parsed.value, number), selection))
      }
    }
    if (batch.length > 0) yield batch
  }
  if (broken === undefined) return
  if (ending.isOpen) throw truncatedJson(`in ${broken.position}`)
  yield [broken]
}

const positionOfLine = (number: number): Position => `line ${number}`

const brokenLine = (line: string, number: number): RawReject => ({
  value: line.slice(0, SHOWN_OF_BROKEN_LINE),
  position: positionOfLine(number),
  rejection: { reason: 'bad_record', detail: 'not JSON' }
})

/** Positions inside the first line read the same whether or not more lines follow. */
const documentOfLine = (value: unknown, number: number): JsonDocument => {
  const whole = positionOfLine(number)
  return { value, document: number - 1, name: number === 1 ? '' : whole, whole }
}

async function* watchEnding(text: AsyncIterable<string>, ending: { isOpen: boolean }): AsyncGenerator<string> {
  for await (const piece of text) {
    if (piece !== '') ending.isOpen = !/[\r\n]$/.test(piece)
    yield piece
  }
}
