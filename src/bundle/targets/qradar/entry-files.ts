import type { Bundle } from '../../bundle.ts'
import type { BundleFile } from '../../bundle-target.ts'
import { CLASSED_KINDS, classedEntries } from '../../indicator-class.ts'
import { onePiece } from '../../one-piece.ts'
import { deltaEntries } from './delta-entries.ts'
import { additionsOf, type SetEntry } from './set-entry.ts'

/**
 * Lines of one bulk update: about one megabyte. The documentation names no limit; integrations in the field send a
 * thousand to some ten thousand.
 */
export const MOST_ENTRIES = 5000

async function* wholeEntries(bundle: Bundle): AsyncGenerator<SetEntry> {
  for await (const row of classedEntries(bundle.entries(CLASSED_KINDS))) yield* additionsOf(row, bundle)
}

const entriesOf = (bundle: Bundle): AsyncIterable<SetEntry> =>
  bundle.since === undefined ? wholeEntries(bundle) : deltaEntries(bundle, bundle.since)

const fileOf = (number: number, entries: readonly SetEntry[]): BundleFile => ({
  path: `entries/${String(number).padStart(4, '0')}.json`,
  text: onePiece(`[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`)
})

/** The bodies of the bulk updates, to be sent in the order of their names. */
export async function* entryFiles(bundle: Bundle): AsyncGenerator<BundleFile> {
  let number = 0
  let entries: SetEntry[] = []
  for await (const entry of entriesOf(bundle)) {
    entries.push(entry)
    if (entries.length < MOST_ENTRIES) continue
    yield fileOf(++number, entries)
    entries = []
  }
  if (entries.length > 0) yield fileOf(++number, entries)
}
