import { providerJson } from '../../provider-json.ts'
import { createUrlhausMapping } from './urlhaus-mapping.ts'

/** URLhaus's JSON: dumps keyed by id, answers of the API with `urls`, or one record per line. */
export const urlhausJson = providerJson({
  name: 'urlhaus-json',
  title: 'URLhaus, JSON',
  feed: 'URLhaus',
  mode: 'window',
  members: [
    ['url', 'urlhaus_link'],
    ['url', 'urlhaus_reference'],
    ['sha256_hash', 'urlhaus_download']
  ],
  select: ['/[]', '/urls/[]', '/#/[]'],
  createMapping: createUrlhausMapping
})
