import type { BundleFile } from '../../bundle-target.ts'
import type { Bundle } from '../../bundle.ts'
import { type ClassedEntry, classedEntries } from '../../indicator-class.ts'
import type { JsonObject } from '../../json-value.ts'
import { onePiece } from '../../one-piece.ts'
import { removedRowsOf, rowsOf } from './row.ts'
import { TABLES } from './table.ts'

/** What `batch_save` takes at once: `max_documents_per_batch_save` of limits.conf, as it comes. */
export const MOST_DOCUMENTS = 1_000

const fileOf = (folder: string, number: number, documents: readonly JsonObject[]): BundleFile => ({
  path: `${folder}/${String(number).padStart(4, '0')}.json`,
  text: onePiece(`[\n${documents.map((document) => JSON.stringify(document)).join(',\n')}\n]\n`)
})

async function* filesOf(
  folder: string,
  entries: AsyncIterable<ClassedEntry>,
  documentsOf: (entry: ClassedEntry) => readonly JsonObject[]
): AsyncGenerator<BundleFile> {
  let number = 0
  let documents: JsonObject[] = []
  for await (const entry of entries) {
    documents.push(...documentsOf(entry))
    if (documents.length < MOST_DOCUMENTS) continue
    yield fileOf(folder, ++number, documents.slice(0, MOST_DOCUMENTS))
    documents = documents.slice(MOST_DOCUMENTS)
  }
  if (documents.length > 0) yield fileOf(folder, ++number, documents)
}

/** The bodies of `batch_save`, by table: rows to have, then what takes the place of rows that are gone. */
export async function* rowFiles(bundle: Bundle): AsyncGenerator<BundleFile> {
  for (const { name, kinds } of TABLES) {
    yield* filesOf(`rows/${name}`, classedEntries(bundle.entries(kinds)), (entry) => rowsOf(entry, bundle))
    yield* filesOf(`removals/${name}`, classedEntries(bundle.removals(kinds)), (entry) => removedRowsOf(entry, bundle))
  }
}
