import type { BundleTarget } from '../../bundle/bundle-target.ts'
import type { Tier } from '../../config/settings.ts'
import type { Day, Instant } from '../../indicator/time.ts'
import type { Clock } from '../../platform/clock.ts'
import { zipStream } from '../../platform/zip-stream.ts'
import type { IndicatorStore, ReadView } from '../../store/indicator-store.ts'
import type { ExportVersion } from '../exports/export-request.ts'
import type { Filters } from '../filters.ts'
import { inHeldView } from '../held-view.ts'
import { inView } from '../in-view.ts'
import type { Places } from '../places.ts'
import type { Restriction } from '../sight/restriction.ts'
import { sightOf } from '../sight/sight-of.ts'
import { lookbackFrom } from '../walk-changes.ts'
import { archivedFiles } from './archived-files.ts'
import { dayOfBuild } from './build-bundle.ts'
import { bundleShape, type BundleWriter } from './bundle-shape.ts'
import type { BundleSelection } from './bundle-selection.ts'
import { openBundle, type OpenBundle } from './open-bundle.ts'

/** What a caller of the API asks for; already checked. */
export interface ArchiveRequest {
  readonly target: BundleTarget
  readonly filters: Filters
  readonly since: Instant | undefined
  readonly tier: Tier
  readonly restriction: Restriction | undefined
}

/** An archive whose head is known and whose bytes are still to be streamed. `close` is to be called in any case. */
export interface BundleArchive extends ExportVersion {
  readonly open: OpenBundle
  readonly bytes: AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** The use case of `GET /api/v1/bundles/{target}`. */
export interface BundleArchives {
  /** The version that an answer would have now, without reading any indicator. */
  version(request: ArchiveRequest): Promise<ExportVersion>
  /** Throws `cursor_expired` where the store no longer knows what a delta needs, and `too_many_exports`. */
  open(request: ArchiveRequest): Promise<BundleArchive>
}

/** What {@link createBundleArchives} stands on. */
export interface BundleArchiveParts extends BundleWriter {
  readonly store: IndicatorStore
  readonly clock: Clock
  /** Bounds what is written at once. */
  readonly places: Places
}

/** Bundles as archives, over a store. */
export const createBundleArchives = (parts: BundleArchiveParts): BundleArchives => {
  const { store, clock, crypto, places } = parts

  const selectionOf = (view: ReadView, { filters, since, tier, restriction }: ArchiveRequest): BundleSelection => ({
    filters,
    start: since === undefined ? undefined : { position: since, shape: undefined },
    lastSeenFrom: lookbackFrom(clock.now(), tier),
    restriction,
    day: dayOfBuild(view, clock)
  })

  const versionOf = (
    { state: { position, revision } }: ReadView,
    { target, filters, since, restriction }: ArchiveRequest,
    from: Day,
    day: Day
  ): ExportVersion => ({
    tag: crypto
      .sha256Hex(
        JSON.stringify([bundleShape(parts, target), filters, restriction, since, from, day, position, revision])
      )
      .slice(0, 24),
    revision,
    lookbackFrom: from
  })

  return {
    version: async (request) =>
      inView(sightOf(store, request.restriction), async (view) => {
        const { lastSeenFrom = 0, day } = selectionOf(view, request)
        return versionOf(view, request, lastSeenFrom, day)
      }),
    async open(request) {
      const { target, restriction } = request
      return inHeldView(sightOf(store, restriction), places, async (view) => {
        const selection = selectionOf(view, request)
        const { lastSeenFrom = 0, day } = selection
        const open = await openBundle(view, target, selection, parts)
        const bytes = zipStream(archivedFiles(target, open, crypto))
        return { ...versionOf(view, request, lastSeenFrom, day), open, bytes }
      })
    }
  }
}
