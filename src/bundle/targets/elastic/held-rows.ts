import type { BundleFiles } from '../../bundle-target.ts'
import { countHeld, type HeldLine, type HeldRows } from '../../held-rows.ts'
import { CLASSED_KINDS } from '../../indicator-class.ts'
import { isJsonObject } from '../../json-value.ts'
import { lineObjects } from '../../line-objects.ts'

async function* lines(files: BundleFiles): AsyncGenerator<HeldLine> {
  for (const path of files.paths) {
    if (!path.startsWith('indicators/')) continue
    for await (const { delete: deleted, sigmill } of lineObjects(files.read(path))) {
      const type = isJsonObject(sigmill) ? sigmill['type'] : undefined
      const kind = deleted === undefined ? CLASSED_KINDS.find((known) => known === type) : 'removal'
      if (kind !== undefined) yield kind
    }
  }
}

/** What the requests to the bulk API hold. */
export const heldRows = async (files: BundleFiles): Promise<HeldRows> => countHeld(lines(files))
