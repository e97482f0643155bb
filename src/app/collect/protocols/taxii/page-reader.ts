import { flagField, listField, textField } from '../../../../feeds/json/members.ts'
import type { FetchUrl } from '../../../../platform/fetch/fetch-url.ts'
import { fetchJson, unexpected } from '../../fetch-json.ts'
import type { CollectFeed } from '../../protocol.ts'
import { TAXII_MEDIA_TYPE } from './media-type.ts'

/** One answer of a collection. */
export interface TaxiiPage {
  /** For people: where it comes from. */
  readonly name: string
  readonly objects: readonly unknown[]
  readonly hasMore: boolean
}

/** The pages of a collection, one after the other. */
export interface PageReader {
  /** Reads the next page. Not to be called behind the last. */
  next(): Promise<TaxiiPage>
  /** When the last object of what was read was added, in the words of the server. */
  readonly cursor: string | undefined
}

/** More than any collection needs, and an end to what has none. */
const MOST_PAGES = 100_000

/** RFC 3339 in UTC. TAXII 2.1 section 3.4 wants it in this header, and in `added_after`. */
const TIMESTAMP = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,20}Z$/

/** Reads a collection from the feed's cursor on. */
export const createPageReader = (objects: URL, feed: CollectFeed, fetch: FetchUrl): PageReader => {
  const url = new URL(objects)
  if (feed.cursor !== undefined) url.searchParams.set('added_after', feed.cursor)
  const { headers, allowNetworks, signal } = feed
  const seen = new Set<string>()
  let cursor = feed.cursor

  const read = async (): Promise<TaxiiPage> => {
    const request = { url: url.href, accept: TAXII_MEDIA_TYPE, headers, allowNetworks, signal }
    const page = await fetchJson(request, fetch)
    if (page === undefined) throw unexpected(url.origin, 'is none')
    const { answer, value } = page
    const hasMore = flagField(value, 'more') ?? false
    const next = textField(value, 'next')
    const lastAdded = answer.header('x-taxii-date-added-last')
    const isTime = lastAdded !== undefined && TIMESTAMP.test(lastAdded)
    if (isTime) cursor = lastAdded
    if (hasMore) {
      if (next !== undefined) url.searchParams.set('next', next)
      else if (isTime) {
        // Section 3.4.
        url.searchParams.set('added_after', lastAdded)
        url.searchParams.delete('next')
      } else throw unexpected(answer.name, 'promises more objects and does not say how to get them')
    }
    return { name: answer.name, objects: listField(value, 'objects'), hasMore }
  }

  return {
    get cursor() {
      return cursor
    },
    async next() {
      if (seen.has(url.href) || seen.size === MOST_PAGES) {
        throw unexpected(`${url.origin}${url.pathname}`, 'promises more objects without end')
      }
      seen.add(url.href)
      return read()
    }
  }
}
