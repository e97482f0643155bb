import { followPages } from './follow-pages.ts'
import type { Pass } from './pass.ts'
import { whileServed } from './while-served.ts'

/** A client that follows an export from page to page, to its end. */
export const servedExport: Pass = {
  name: 'export over HTTP',
  mostMB: 500,
  peakMB: (place) => whileServed(place, (server) => followPages(server, '/api/v1/iocs/sigma?limit=10000'))
}
