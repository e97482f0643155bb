import { jsonLines, textOf, type JsonObject } from '../json-lines.ts'
import type { RealLog } from '../real-log.ts'
import { urlSearch } from '../searches/url-search.ts'

const zeekHttp = (name: string, uriOf: (event: JsonObject) => string): RealLog => ({
  name,
  isIn: (fileName) => fileName.startsWith('zeek_') && fileName.endsWith('_http.log'),
  read: (text) =>
    jsonLines(text).map((event) => ({
      logSources: ['proxy'],
      fields: { 'c-uri': uriOf(event), 'cs-host': textOf(event, 'host') }
    })),
  searches: [urlSearch]
})

/** Requests as Zeek writes them: the path in `uri`, the host beside it. */
export const zeekHttpPaths: RealLog = {
  ...zeekHttp('Zeek http.log, uri alone', (event) => textOf(event, 'uri')),
  unseen: 'uri holds the path only; put host and uri together'
}

/** Requests where the parser puts host and path together. */
export const zeekHttpWhole: RealLog = zeekHttp(
  'Zeek http.log, host and uri put together',
  (event) => `http://${textOf(event, 'host')}${textOf(event, 'uri')}`
)
