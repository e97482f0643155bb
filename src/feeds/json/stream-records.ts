import { Tokenizer } from '@streamparser/json'
import type { Position } from '../../indicator/raw-indicator.ts'
import { JsonGrammar } from './json-grammar.ts'
import { brokenJson, truncatedJson } from './json-problems.ts'
import type { JsonEntry } from './json-record.ts'
import type { Selection } from './json-selection.ts'
import { RecordBuilder } from './record-builder.ts'
import { StringCutter } from './string-cutter.ts'

const SHOWN_OF_POSITION = 200

/** The records of a JSON text of any length, read token by token. */
export async function* streamRecords(
  text: AsyncIterable<string>,
  selection: Selection,
  limit: number
): AsyncGenerator<readonly JsonEntry[]> {
  let batch: JsonEntry[] = []
  const builder = new RecordBuilder(selection, limit, (entry) => batch.push(entry))
  const grammar = new JsonGrammar(builder)
  const cutter = new StringCutter(limit)
  const tokenizer = new Tokenizer()
  const damage: { error?: Error } = {}
  let offset = 0
  tokenizer.onError = (error) => {
    damage.error = error
  }
  tokenizer.onToken = (token) => {
    offset = token.offset
    grammar.write(token)
  }

  for await (const piece of text) {
    tokenizer.write(cutter.cut(piece))
    if (batch.length > 0) yield batch
    batch = []
    if (damage.error !== undefined) throw brokenJson(place(builder, offset), damage.error)
  }
  tokenizer.end()
  if (batch.length > 0) yield batch
  if (damage.error !== undefined || !grammar.isComplete || builder.documents === 0) {
    throw truncatedJson(place(builder, offset))
  }
}

const place = (builder: RecordBuilder, offset: number): Position => {
  const inside = builder.position.slice(0, SHOWN_OF_POSITION)
  return `near byte ${offset}${inside === '' ? '' : `, inside ${inside}`}`
}
