import { guardOf } from '../app/guard/load-guard.ts'
import type { IngestOptions } from '../app/ingest-options.ts'
import type { IngestReport } from '../app/ingest-report.ts'
import { ingest } from '../app/ingest.ts'
import type { World } from '../app/world.ts'
import type { Settings } from '../config/settings.ts'
import { showSteps } from './progress-steps.ts'
import type { Store } from './with-store.ts'

/** Which feeds are read, and how. */
export interface FeedsToRead extends Pick<IngestOptions, 'feed' | 'format' | 'columns' | 'defaults'> {
  readonly paths: readonly string[]
}

/** Reads feed files into a store that is thrown away afterwards. */
export const readFeeds = async (
  store: Store,
  world: World,
  settings: Settings,
  { paths, ...how }: FeedsToRead
): Promise<IngestReport> => {
  const steps = showSteps(world, 'reading')
  try {
    return await ingest(world.inputs(paths, settings), store, world.clock, {
      ...how,
      firstSeenFromFile: true,
      guard: guardOf(store, settings, world.clock),
      maxLineLength: settings.limits.maxLineLength,
      onProgress: steps.show
    })
  } finally {
    steps.done()
  }
}
