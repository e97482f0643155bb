import type { BundleFiles } from '../../bundle-target.ts'
import { countHeld, type HeldLine, type HeldRows } from '../../held-rows.ts'
import { lineObjects } from '../../line-objects.ts'
import { REFERENCE_SETS } from './reference-set.ts'

const KIND_OF_SET = new Map(REFERENCE_SETS.map(({ name, kind }) => [name, kind]))

const RULE_IN_NOTES = /^rule ([0-9a-f-]{36})/

/** Each indicator stands in several lines, which have its rule in their notes. */
async function* lines(files: BundleFiles): AsyncGenerator<HeldLine> {
  const seen = new Set<string>()
  for (const path of files.paths) {
    if (!path.startsWith('entries/')) continue
    for await (const { set, notes } of lineObjects(files.read(path))) {
      const kind = KIND_OF_SET.get(String(set))
      const [, rule] = RULE_IN_NOTES.exec(String(notes)) ?? []
      if (kind === undefined || rule === undefined || seen.has(rule)) continue
      seen.add(rule)
      yield kind
    }
  }
}

/** What the bulk updates hold. A line that deletes does not tell whether its indicator went or changed its set. */
export const heldRows = async (files: BundleFiles): Promise<HeldRows> => {
  const { rows } = await countHeld(lines(files))
  return { rows, removals: undefined }
}
