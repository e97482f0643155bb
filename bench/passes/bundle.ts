import type { Pass } from './pass.ts'
import { runOverStore } from './run-over-store.ts'

/** A bundle in a folder. */
export const bundle = (target: string, upTo?: number): Pass => ({
  name: `bundle for ${target}`,
  mostMB: 300,
  ...(upTo === undefined ? {} : { upTo }),
  peakMB: (place) => runOverStore(place, ['bundle', '--target', target], `bundle-${target}`)
})
