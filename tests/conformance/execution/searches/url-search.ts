import type { Fields } from '../log-source.ts'
import type { Search } from '../real-log.ts'

/** The request of an event, from its address or, where that is a path only, from the host beside it. */
const requestOf = (fields: Fields): URL | undefined => {
  const uri = fields['c-uri'] ?? ''
  const base = `http://${fields['cs-host'] ?? ''}`
  return URL.canParse(uri, base) ? new URL(uri, base) : undefined
}

const rest = (url: URL): string => `${url.pathname}${url.search}`.toLowerCase()

/** Requests: an event carries a URL if it asks the same host and port for it or for something that goes on behind it. */
export const urlSearch: Search = {
  kind: 'url',
  logSource: 'proxy',
  valuesOf: (fields) => {
    const request = requestOf(fields)
    return request === undefined ? [] : [request.href]
  },
  carries: (fields, value) => {
    const request = requestOf(fields)
    const wanted = new URL(value)
    return request !== undefined && request.host === wanted.host && rest(request).startsWith(rest(wanted))
  }
}
