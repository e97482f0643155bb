import type { Bundle } from '../../bundle.ts'
import type { BundleFile } from '../../bundle-target.ts'
import { CLASSED_KINDS, classedEntries } from '../../indicator-class.ts'
import { onePiece } from '../../one-piece.ts'
import { addition, removal } from './indicator-object.ts'

/** The limit of one request to the upload API. https://learn.microsoft.com/azure/sentinel/sentinel-service-limits */
export const MOST_OBJECTS = 100

/** As whom Sentinel shows the indicators; `Microsoft Sentinel` is taken. */
export const SOURCE_SYSTEM = 'sigmill'

/** Where requests stand, from 1. */
export const requestPath = (number: number): string => `indicators/${String(number).padStart(4, '0')}.json`

async function* uploads(bundle: Bundle): AsyncGenerator<string> {
  for await (const entry of classedEntries(bundle.entries(CLASSED_KINDS))) yield JSON.stringify(addition(entry, bundle))
  for await (const entry of classedEntries(bundle.removals(CLASSED_KINDS))) yield JSON.stringify(removal(entry, bundle))
}

/** The body of a request, one object per line. */
const requestText = (objects: readonly string[]): string =>
  `{"sourcesystem":"${SOURCE_SYSTEM}","stixobjects":[\n${objects.join(',\n')}\n]}\n`

const requestFile = (number: number, objects: readonly string[]): BundleFile => ({
  path: requestPath(number),
  text: onePiece(requestText(objects))
})

/** Bodies of requests to the upload API, in the order in which they are to be sent. */
export async function* indicatorFiles(bundle: Bundle): AsyncGenerator<BundleFile> {
  let number = 0
  let objects: string[] = []
  for await (const object of uploads(bundle)) {
    objects.push(object)
    if (objects.length === MOST_OBJECTS) {
      yield requestFile(++number, objects)
      objects = []
    }
  }
  if (objects.length > 0) yield requestFile(++number, objects)
}
