import { ask } from '../load/ask.ts'
import type { Pass } from './pass.ts'
import { whileServed } from './while-served.ts'

/** A bundle as an archive. */
export const servedBundle = (target: string): Pass => ({
  name: `bundle for ${target} over HTTP`,
  mostMB: 500,
  upTo: 1_000_000,
  peakMB: (place) => whileServed(place, ({ origin, headers }) => ask(origin, `/api/v1/bundles/${target}`, headers))
})
