import { ask } from '../load/ask.ts'
import type { Server } from '../program/server.ts'
import type { Pass } from './pass.ts'
import { whileServed } from './while-served.ts'

const OBJECTS = '/api/taxii2/api/collections/all/objects/?limit=10000'
const MEDIA_TYPE = 'application/taxii+json;version=2.1'

/** What an envelope says of the next one (TAXII 2.1, section 3.7). */
interface Envelope {
  readonly more?: boolean
  readonly next?: string
}

const readCollection = async ({ origin, headers }: Server): Promise<void> => {
  let target: string | undefined = OBJECTS
  while (target !== undefined) {
    const { body } = await ask(origin, target, { ...headers, accept: MEDIA_TYPE })
    const { more = false, next = '' } = JSON.parse(body.toString()) as Envelope
    target = more ? `${OBJECTS}&next=${encodeURIComponent(next)}` : undefined
  }
}

/** A client of TAXII that reads the collection of everything. */
export const servedTaxii: Pass = {
  name: 'TAXII',
  mostMB: 500,
  upTo: 1_000_000,
  peakMB: (place) => whileServed(place, readCollection)
}
