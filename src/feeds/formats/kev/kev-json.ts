import { providerJson } from '../../provider-json.ts'
import { createKevMapping } from './kev-mapping.ts'

/** CISA's catalogue of known exploited vulnerabilities as JSON. */
export const kevJson = providerJson({
  name: 'kev-json',
  title: 'CISA KEV, JSON',
  feed: 'CISA KEV',
  mode: 'list',
  members: [['cveID', 'dateAdded', 'vulnerabilityName']],
  select: ['/[]', '/vulnerabilities/[]'],
  createMapping: createKevMapping
})
