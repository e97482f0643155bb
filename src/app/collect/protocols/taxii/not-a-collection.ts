import { listField, type JsonObject, recordListField, textField } from '../../../../feeds/json/members.ts'
import type { FetchUrl } from '../../../../platform/fetch/fetch-url.ts'
import { printable } from '../../../../problem/printable.ts'
import { Problem } from '../../../../problem/problem.ts'
import { fetchJson } from '../../fetch-json.ts'
import type { CollectFeed } from '../../protocol.ts'
import { TAXII_MEDIA_TYPE } from './media-type.ts'

/** API roots that are looked into, and collections that are named. */
const MOST_ROOTS = 5
const MOST_NAMED = 20

/** The refusal of a URL that is none of a collection; it names the collections that can be found from there. */
export const notACollection = async (feed: CollectFeed, fetch: FetchUrl): Promise<Problem> => {
  const found = URL.canParse(feed.url) ? await collectionsFrom(new URL(feed.url), feed, fetch) : []
  const named = found.slice(0, MOST_NAMED).join(', ')
  const choice = named === '' ? '' : ` There are: ${named}${found.length > MOST_NAMED ? ' and more' : ''}.`
  return new Problem(
    'invalid_parameter',
    `A TAXII feed is a collection, with a URL as in https://taxii.example/api/collections/ID/.${choice}`,
    { details: { parameter: 'url' } }
  )
}

/** By the discovery resource, an API root or its collections (TAXII 2.1 sections 4.1, 4.2 and 5.1). */
const collectionsFrom = async (url: URL, feed: CollectFeed, fetch: FetchUrl): Promise<readonly string[]> => {
  const { headers, allowNetworks, signal } = feed
  const read = async (at: URL): Promise<JsonObject> => {
    try {
      const request = { url: at.href, accept: TAXII_MEDIA_TYPE, headers, allowNetworks, signal }
      return (await fetchJson(request, fetch))?.value ?? {}
    } catch (error) {
      if (error instanceof Problem) return {}
      throw error
    }
  }
  const listed = async (at: URL): Promise<readonly string[]> => {
    const list = below(at, 'collections/')
    return namesOf(list, await read(list))
  }

  const first = await read(url)
  if (listField(first, 'collections').length > 0) return namesOf(url, first)
  const roots = apiRoots(url, first)
  const lists = await Promise.all((roots.length === 0 ? [url] : roots).map(listed))
  return lists.flat()
}

/** Credentials of a feed go nowhere but to its own origin. */
const apiRoots = (url: URL, discovery: JsonObject): readonly URL[] =>
  listField(discovery, 'api_roots')
    .filter((root): root is string => typeof root === 'string' && URL.canParse(root, url.href))
    .map((root) => new URL(root, url))
    .filter(({ origin }) => origin === url.origin)
    .slice(0, MOST_ROOTS)

const namesOf = (list: URL, value: JsonObject): readonly string[] =>
  recordListField(value, 'collections').flatMap((collection) => {
    const id = textField(collection, 'id')
    if (id === undefined) return []
    const { origin, pathname } = below(list, `${encodeURIComponent(id)}/`)
    return [`${printable(textField(collection, 'title') ?? id)} at ${printable(origin + pathname)}`]
  })

const below = ({ origin, pathname }: URL, rest: string): URL =>
  new URL(`${pathname.endsWith('/') ? pathname : `${pathname}/`}${rest}`, origin)
