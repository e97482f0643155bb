import type { BundleTarget } from '../../bundle/bundle-target.ts'
import { dayOfInstant } from '../../indicator/time.ts'
import type { Clock } from '../../platform/clock.ts'
import type { IndicatorStore, ReadView } from '../../store/indicator-store.ts'
import type { Filters } from '../filters.ts'
import { inView } from '../in-view.ts'
import type { World } from '../world.ts'
import type { WrittenFile } from './bundle-manifest.ts'
import type { BundleWriter } from './bundle-shape.ts'
import { openBundle, type OpenBundle } from './open-bundle.ts'
import type { DeltaStart } from './require-delta.ts'
import { withFolderLock } from './with-folder-lock.ts'
import { writeBundle } from './write-bundle.ts'

/** A bundle that is to be written into a folder. */
export interface BundleOrder {
  readonly target: BundleTarget
  /** Their `since` is not looked at. */
  readonly filters: Filters
  /** Where a delta starts; `undefined` wants a whole bundle. */
  readonly start: DeltaStart | undefined
  /** The folder, which is made if it is not there. */
  readonly path: string
}

/** What building stands on. */
export interface BundleParts extends BundleWriter, Pick<World, 'clock' | 'tree' | 'lockFile'> {
  readonly store: IndicatorStore
}

/** What came of it. */
export interface BuiltBundle {
  readonly open: OpenBundle
  /** None where there was nothing to write; the folder is then as it was. */
  readonly files: readonly WrittenFile[]
}

/** The day of the clock; of the newest change, where that lies ahead. */
export const dayOfBuild = (view: ReadView, clock: Clock): number =>
  dayOfInstant(Math.max(clock.now(), view.state.position))

/** Builds a bundle into a folder; an empty one touches nothing. Throws `cursor_expired`, `folder_not_ours` and `folder_busy`. */
export const buildBundle = async (
  { target, filters, start, path }: BundleOrder,
  { store, ...parts }: BundleParts
): Promise<BuiltBundle> =>
  inView(store, async (view) => {
    const selection = {
      filters,
      start,
      lastSeenFrom: undefined,
      restriction: undefined,
      day: dayOfBuild(view, parts.clock)
    }
    const open = await openBundle(view, target, selection, parts)
    if (open.isEmpty) return { open, files: [] }
    const write = async (): Promise<readonly WrittenFile[]> => writeBundle(parts.tree(path), target, open, parts.crypto)
    return { open, files: await withFolderLock(parts, path, write) }
  })
