import { providerTable } from '../../table/provider-table.ts'
import { createSslblMapping } from './sslbl-mapping.ts'

/** SSLBL's CSV lists of servers, certificates and JA3 fingerprints; the header stands in a comment. */
export const sslblCsv = providerTable({
  name: 'sslbl-csv',
  title: 'SSLBL, CSV',
  feed: 'SSLBL',
  mode: 'list',
  headers: [
    ['Firstseen', 'DstIP', 'DstPort'],
    ['Listingdate', 'SHA1', 'Listingreason'],
    ['ja3_md5', 'Firstseen', 'Listingreason']
  ],
  createMapping: createSslblMapping
})
