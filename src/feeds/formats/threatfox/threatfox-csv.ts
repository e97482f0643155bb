import { providerTable } from '../../table/provider-table.ts'
import { createThreatfoxMapping } from './threatfox-mapping.ts'

/** ThreatFox's CSV exports; the header stands in a comment. https://threatfox.abuse.ch/export/ */
export const threatfoxCsv = providerTable({
  name: 'threatfox-csv',
  title: 'ThreatFox, CSV',
  feed: 'ThreatFox',
  mode: 'window',
  headers: [['ioc_value', 'ioc_type', 'threat_type', 'malware_printable']],
  createMapping: createThreatfoxMapping
})
