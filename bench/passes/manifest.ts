import type { Pass } from './pass.ts'
import { runOverStore } from './run-over-store.ts'

/** The context of every rule, for alerts. */
export const manifest: Pass = {
  name: 'manifest',
  mostMB: 300,
  upTo: 1_000_000,
  peakMB: (place) => runOverStore(place, ['manifest'], 'manifest.ndjson')
}
