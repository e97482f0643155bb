import type { Filters } from '../filters.ts'
import type { GroupSize } from '../groups/group-size.ts'
import { invalidParameter } from '../invalid-parameter.ts'

/** Which rules of which server are wanted. */
export interface SyncRequest {
  /** Of the export: `https://sigmill.example/api/v1/iocs/sigma`. */
  readonly url: URL
  readonly filters: Omit<Filters, 'since'>
  /** How many indicators a rule may have; `undefined` where each is to have its own. */
  readonly group: GroupSize | undefined
  /** Rules that are asked for at once. */
  readonly pageSize: number
}

const EXPORT_PATH = '/api/v1/iocs/sigma'

const withoutEnd = (text: string, end: string): string => (text.endsWith(end) ? text.slice(0, -end.length) : text)

/** Reads the address of a server, with or without the path of its export. Throws `invalid_parameter`. */
export const readServerUrl = (text: string, parameter: string): URL => {
  const refuse = (reason: string): never => {
    throw invalidParameter(parameter, undefined, { reason })
  }
  if (!URL.canParse(text)) return refuse('it is no URL such as https://sigmill.example')
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuse('it is neither http nor https')
  if (url.username !== '' || url.password !== '') return refuse('it carries a user or password; the key is enough')
  if (url.search !== '' || url.hash !== '') return refuse('it carries a query; filters and key have flags of their own')
  const base = withoutEnd(withoutEnd(url.pathname, '/'), EXPORT_PATH)
  return new URL(`${withoutEnd(base, '/')}${EXPORT_PATH}`, url)
}

const LOOPBACK = /^(?:localhost|(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Whether everybody on the way can read the key. */
export const isOpenToAll = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && !LOOPBACK.test(hostname)

const list = (words: readonly string[] | undefined): string => (words ?? []).join(',')

/** The filters as the API takes them, and as they are kept beside a cursor: `type=ipv4,domain&confidence=high`. */
export const filterQuery = ({ kinds, confidences, industries }: SyncRequest['filters']): string =>
  Object.entries({ type: list(kinds), confidence: list(confidences), industry: list(industries) })
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name}=${words}`)
    .join('&')

/** The URL of a first page. `path` goes on behind that of the export. */
export const pageUrl = (
  { url, filters, group }: SyncRequest,
  path: string,
  parameters: Readonly<Record<string, string>>
): URL => {
  const page = new URL(url)
  page.pathname += path
  const grouped = group === undefined ? '' : `group=${group}`
  page.search = [filterQuery(filters), grouped, new URLSearchParams(parameters).toString()]
    .filter((part) => part !== '')
    .join('&')
  return page
}
