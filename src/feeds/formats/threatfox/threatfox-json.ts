import { providerJson } from '../../provider-json.ts'
import { createThreatfoxMapping } from './threatfox-mapping.ts'

/** ThreatFox's JSON: exports keyed by id, answers of the API with `data`, or one record per line. */
export const threatfoxJson = providerJson({
  name: 'threatfox-json',
  title: 'ThreatFox, JSON',
  feed: 'ThreatFox',
  mode: 'window',
  members: [
    ['ioc_value', 'ioc_type', 'threat_type', 'malware_printable'],
    ['ioc', 'ioc_type', 'threat_type', 'malware_printable']
  ],
  select: ['/[]', '/data/[]', '/#/[]'],
  createMapping: createThreatfoxMapping
})
