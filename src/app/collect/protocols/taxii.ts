import type { IngestInput } from '../../ingest-options.ts'
import type { Protocol } from '../protocol.ts'
import { notACollection } from './taxii/not-a-collection.ts'
import { objectsUrl } from './taxii/objects-url.ts'
import { createPageReader, type PageReader, type TaxiiPage } from './taxii/page-reader.ts'

/**
 * A collection of TAXII 2.1, from the last object that was added when it was read before. Its pages make one bundle, so
 * that objects find each other across pages. https://docs.oasis-open.org/cti/taxii/v2.1/os/taxii-v2.1-os.html
 */
export const taxii: Protocol = {
  name: 'taxii',
  format: 'stix',
  isIncremental: true,
  async collect(feed, fetch) {
    const url = objectsUrl(feed.url)
    if (url === undefined) throw await notACollection(feed, fetch)
    const reader = createPageReader(url, feed, fetch)
    const first = await reader.next()
    if (first.objects.length === 0 && !first.hasMore && feed.cursor !== undefined) return { kind: 'unchanged' }
    return {
      kind: 'inputs',
      inputs: bundleInput(first, reader),
      finish: () => ({ cursor: reader.cursor }),
      close: () => Promise.resolve()
    }
  }
}

async function* bundleInput(first: TaxiiPage, reader: PageReader): AsyncGenerator<IngestInput> {
  yield { name: first.name, stem: 'taxii', modified: undefined, open: () => bundle(first, reader) }
}

async function* bundle(first: TaxiiPage, reader: PageReader): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('{"type":"bundle","objects":[')
  let separator = ''
  for (let page = first; ; page = await reader.next()) {
    for (const object of page.objects) {
      yield encoder.encode(separator + JSON.stringify(object))
      separator = ',\n'
    }
    if (!page.hasMore) break
  }
  yield encoder.encode(']}')
}
