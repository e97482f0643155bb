import type { BundleFiles } from '../../bundle-target.ts'
import { countHeld, type HeldLine, type HeldRows } from '../../held-rows.ts'
import { CLASSED_KINDS } from '../../indicator-class.ts'
import { lineObjects } from '../../line-objects.ts'

async function* lines(files: BundleFiles): AsyncGenerator<HeldLine> {
  for (const path of files.paths) {
    const [folder = ''] = path.split('/')
    if (folder !== 'rows' && folder !== 'removals') continue
    for await (const { _key: key, type } of lineObjects(files.read(path))) {
      // Further spellings of an indicator are documents of their own, whose keys are numbered.
      if (String(key).includes(':')) continue
      const kind = folder === 'rows' ? CLASSED_KINDS.find((known) => known === type) : 'removal'
      if (kind !== undefined) yield kind
    }
  }
}

/** What the bodies of `batch_save` hold. */
export const heldRows = async (files: BundleFiles): Promise<HeldRows> => countHeld(lines(files))
