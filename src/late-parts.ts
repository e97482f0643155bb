import type { ExportParts } from './app/exports/exports.ts'
import type { Places } from './app/places.ts'
import { whenWanted } from './app/when-wanted.ts'
import type { AppParts } from './http/app-parts.ts'

/** What {@link lateParts} makes them of. */
type LatePartsParts = ExportParts & { readonly places: Places }

/** Use cases that only some requests need: they take longer to load than all that a server needs to start. */
export const lateParts = (parts: LatePartsParts) => {
  const { store, settings, clock } = parts
  return {
    bundles: whenWanted(async () => (await import('./app/bundles/bundle-archives.ts')).createBundleArchives(parts)),
    changes: whenWanted(async () => (await import('./app/changes/changes.ts')).createChangeFeed(parts)),
    plans: whenWanted(async () => (await import('./app/plan/plans.ts')).createPlans(parts)),
    taxii: whenWanted(async () => (await import('./app/taxii/taxii.ts')).createTaxii(parts)),
    provenance: whenWanted(async () => (await import('./app/why/provenance.ts')).createProvenance(parts)),
    feeds: async (actor) => (await import('./app/feeds/feeds.ts')).createFeeds({ ...parts, actor }),
    guard: async (actor) =>
      (await import('./app/guard/guard-keeper.ts')).createGuardKeeper({ store, clock, actor }, settings)
  } satisfies Partial<AppParts>
}
