import { providerTable } from '../../table/provider-table.ts'
import { createUrlhausMapping } from './urlhaus-mapping.ts'

/** URLhaus's CSV dumps of URLs and payloads; the header stands in a comment. */
export const urlhausCsv = providerTable({
  name: 'urlhaus-csv',
  title: 'URLhaus, CSV',
  feed: 'URLhaus',
  mode: 'window',
  headers: [
    ['url', 'urlhaus_link'],
    ['firstseen', 'url', 'filetype', 'md5', 'sha256', 'signature']
  ],
  createMapping: createUrlhausMapping
})
