import { followPages } from './follow-pages.ts'
import type { Pass } from './pass.ts'
import { whileServed } from './while-served.ts'

/** A client that begins with the changes feed and follows it to where it stands. */
export const servedChanges: Pass = {
  name: 'changes feed',
  mostMB: 500,
  peakMB: (place) => whileServed(place, (server) => followPages(server, '/api/v1/iocs/sigma/changes?limit=10000'))
}
