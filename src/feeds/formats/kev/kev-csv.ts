import { providerTable } from '../../table/provider-table.ts'
import { createKevMapping } from './kev-mapping.ts'

/** CISA's catalogue of known exploited vulnerabilities as CSV. */
export const kevCsv = providerTable({
  name: 'kev-csv',
  title: 'CISA KEV, CSV',
  feed: 'CISA KEV',
  mode: 'list',
  headers: [['cveID', 'dateAdded', 'vulnerabilityName']],
  createMapping: createKevMapping
})
