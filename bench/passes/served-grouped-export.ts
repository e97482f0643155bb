import { followPages } from './follow-pages.ts'
import type { Pass } from './pass.ts'
import { whileServed } from './while-served.ts'

/** A client that follows an export of grouped rules. */
export const servedGroupedExport: Pass = {
  name: 'grouped export over HTTP',
  mostMB: 500,
  upTo: 1_000_000,
  peakMB: (place) => whileServed(place, (server) => followPages(server, '/api/v1/iocs/sigma?limit=10000&group=auto'))
}
