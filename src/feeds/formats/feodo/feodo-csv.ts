import { providerTable } from '../../table/provider-table.ts'
import { createFeodoMapping } from './feodo-mapping.ts'

/** Feodo Tracker's CSV blocklists; banner and end mark are comments. */
export const feodoCsv = providerTable({
  name: 'feodo-csv',
  title: 'Feodo Tracker, CSV',
  feed: 'Feodo Tracker',
  mode: 'list',
  headers: [['dst_ip', 'dst_port', 'malware']],
  createMapping: createFeodoMapping
})
