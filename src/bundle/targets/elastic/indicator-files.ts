import type { Bundle } from '../../bundle.ts'
import type { BundleFile } from '../../bundle-target.ts'
import { CLASSED_KINDS, classedEntries } from '../../indicator-class.ts'
import { jsonLine } from '../../json-line.ts'
import { onePiece } from '../../one-piece.ts'
import { INDEX } from './index-template.ts'
import { indicatorObject } from './indicator-object.ts'

/** Elasticsearch takes 100 MB a request and works best on a tenth; a character has up to three bytes of UTF-8. */
const MOST_CHARACTERS = 3_000_000

/** Where requests stand, from 1. */
export const requestPath = (number: number): string => `indicators/${String(number).padStart(4, '0')}.ndjson`

async function* actions(bundle: Bundle): AsyncGenerator<string> {
  for await (const entry of classedEntries(bundle.entries(CLASSED_KINDS))) {
    const index = { _index: INDEX, _id: entry.indicator.id }
    yield jsonLine({ index }) + jsonLine(indicatorObject(entry, bundle))
  }
  for await (const { indicator } of classedEntries(bundle.removals(CLASSED_KINDS)))
    yield jsonLine({ delete: { _index: INDEX, _id: indicator.id } })
}

/** Bodies of requests to the bulk API, in the order in which they are to be sent. */
export async function* indicatorFiles(bundle: Bundle): AsyncGenerator<BundleFile> {
  let number = 0
  let text = ''
  for await (const action of actions(bundle)) {
    if (text.length + action.length > MOST_CHARACTERS) {
      yield { path: requestPath(++number), text: onePiece(text) }
      text = ''
    }
    text += action
  }
  if (text !== '') yield { path: requestPath(++number), text: onePiece(text) }
}
