import { followPages } from './follow-pages.ts'
import type { Pass } from './pass.ts'
import { whileServed } from './while-served.ts'

/** A client that follows STIX bundles from page to page. */
export const servedStix: Pass = {
  name: 'STIX over HTTP',
  mostMB: 500,
  upTo: 1_000_000,
  peakMB: (place) => whileServed(place, (server) => followPages(server, '/api/v1/iocs/stix?limit=10000'))
}
