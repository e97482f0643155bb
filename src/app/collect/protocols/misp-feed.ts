import type { FetchUrl } from '../../../platform/fetch/fetch-url.ts'
import type { IngestInput } from '../../ingest-options.ts'
import { fetchJson, unexpected } from '../fetch-json.ts'
import type { CollectFeed, Protocol } from '../protocol.ts'
import { type EventTimes, newEvents, readCursor, readEvents, readManifest, writeCursor } from './misp-feed/manifest.ts'

/**
 * A feed as MISP writes it: a manifest of events, and a file for each. Only events whose timestamp is another than at the
 * last run are fetched. https://github.com/MISP/misp-rfc (misp-core-format, sections 3 and 4)
 */
export const mispFeed: Protocol = {
  name: 'misp-feed',
  format: 'misp',
  isIncremental: true,
  async collect(feed, fetch) {
    const manifestUrl = fileOf(feed.url, 'manifest.json')
    const fetched = await fetchJson({ ...feed, url: manifestUrl.href }, fetch)
    if (fetched === undefined) return { kind: 'unchanged' }
    const { answer, value } = fetched
    const manifest = readManifest(value)
    if (manifest === undefined) throw unexpected(answer.name, 'is no manifest of MISP events')
    const known = readCursor(feed.cursor)
    const events = newEvents(manifest, known)
    if (events.length === 0 && feed.cursor !== undefined) return { kind: 'unchanged' }
    const { etag, lastModified } = answer
    return {
      kind: 'inputs',
      inputs: eventInputs(events, feed, fetch),
      finish: () => ({ cursor: writeCursor(manifest), etag, lastModified }),
      // Without the validators of the manifest, which has to be read again for the events that are missing.
      partial: (isWhole) => ({
        cursor: writeCursor(readEvents(manifest, known, (uuid) => isWhole(inputName(eventUrl(feed, uuid)))))
      }),
      close: () => Promise.resolve()
    }
  }
}

/** Events are fetched one by one, each when its turn comes. */
async function* eventInputs(events: EventTimes, feed: CollectFeed, fetch: FetchUrl): AsyncGenerator<IngestInput> {
  const { headers, allowNetworks, signal } = feed
  for (const [uuid, modified] of events) {
    const url = eventUrl(feed, uuid)
    async function* open(): AsyncGenerator<Uint8Array> {
      const answer = await fetch({ url: url.href, headers, allowNetworks, signal })
      if (answer.kind === 'body') yield* answer.body
    }
    yield { name: inputName(url), stem: 'misp-feed', modified, open }
  }
}

const eventUrl = (feed: CollectFeed, uuid: string): URL => fileOf(feed.url, `${uuid}.json`)

/** Without the query, in which keys may stand. */
const inputName = ({ protocol, host, pathname }: URL): string => `${protocol}//${host}${pathname}`

/** A file beside the manifest, by the URL of the manifest or of its folder. */
const fileOf = (feedUrl: string, name: string): URL => {
  const url = new URL(feedUrl)
  const folder = url.pathname.replace(/manifest\.json$/, '')
  url.pathname = `${folder}${folder.endsWith('/') ? '' : '/'}${name}`
  return url
}
