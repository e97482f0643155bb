import { parseInstant } from '../../../indicator/parse-instant.ts'
import { INSTANTS_PER_SECOND, SECONDS_PER_DAY } from '../../../indicator/time.ts'
import type { BundleFiles } from '../../bundle-target.ts'
import { countHeld, type HeldLine, type HeldRows } from '../../held-rows.ts'
import type { JsonObject } from '../../json-value.ts'
import { lineObjects } from '../../line-objects.ts'
import { kindOfPattern } from './check-object.ts'

/** A row to have holds for weeks from its version on; one to have no longer ends with it. */
const isRemoval = ({ modified, valid_until }: JsonObject): boolean => {
  const [from = 0, until = 0] = [modified, valid_until].map((time) => parseInstant(String(time)))
  return until - from < SECONDS_PER_DAY * INSTANTS_PER_SECOND
}

async function* lines(files: BundleFiles): AsyncGenerator<HeldLine> {
  for (const path of files.paths) {
    if (!path.startsWith('indicators/')) continue
    for await (const object of lineObjects(files.read(path))) {
      const kind = isRemoval(object) ? 'removal' : kindOfPattern(String(object['pattern']))
      if (kind !== undefined) yield kind
    }
  }
}

/** What the requests to the upload API hold. */
export const heldRows = async (files: BundleFiles): Promise<HeldRows> => countHeld(lines(files))
