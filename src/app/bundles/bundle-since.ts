import type { BundleTarget } from '../../bundle/bundle-target.ts'
import { parseInstant } from '../../indicator/parse-instant.ts'
import type { Filters } from '../filters.ts'
import { invalidParameter } from '../invalid-parameter.ts'
import type { World } from '../world.ts'
import { MANIFEST } from './bundle-manifest.ts'
import { filtersText } from './filters-text.ts'
import { readManifest } from './read-manifest.ts'
import type { DeltaStart } from './require-delta.ts'

/**
 * Where a delta starts: an instant, or the position of the bundle in a folder. A bundle of another target, or of other
 * filters, is refused: its delta would leave rows behind that nobody takes away.
 */
export const readSince = async (
  world: Pick<World, 'readText'>,
  text: string,
  target: BundleTarget,
  filters: Filters
): Promise<DeltaStart> => {
  const instant = parseInstant(text)
  if (instant !== undefined) return { position: instant, shape: undefined }
  const refuse = (reason: string): Error => invalidParameter('--since', text, { reason })
  const found = await world.readText(text.endsWith(MANIFEST) ? text : `${text}/${MANIFEST}`)
  if (found === undefined) throw refuse(`it is neither an instant nor a folder with a ${MANIFEST}`)
  const manifest = readManifest(found)
  if (manifest?.position === undefined) throw refuse(`its ${MANIFEST} tells no position; build a whole bundle`)
  if (manifest.target !== target.name) throw refuse(`it holds a bundle for ${manifest.target}, not for ${target.name}`)
  if (manifest.filters !== filtersText(filters)) {
    throw refuse(`it was built with other filters (${manifest.filters}); repeat them, or build a whole bundle`)
  }
  return { position: manifest.position, shape: manifest.shape }
}
