/** Objects of a page, as far as the server gives so many. */
const PAGE_OBJECTS = '1000'

/** Everything up to the id of a collection, and what may follow. TAXII 2.1 section 5. */
const COLLECTION = /^(.*\/collections\/[^/]+)(?:\/objects)?\/?$/

/**
 * The URL of a collection's objects, by its own URL or that of its objects; its query is kept. `undefined` for any
 * other URL.
 */
export const objectsUrl = (text: string): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const collection = COLLECTION.exec(url?.pathname ?? '')?.[1]
  if (url === undefined || collection === undefined) return undefined
  url.pathname = `${collection}/objects/`
  if (!url.searchParams.has('limit')) url.searchParams.set('limit', PAGE_OBJECTS)
  return url
}
