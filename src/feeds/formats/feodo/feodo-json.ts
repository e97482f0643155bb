import { providerJson } from '../../provider-json.ts'
import { createFeodoMapping } from './feodo-mapping.ts'

/** Feodo Tracker's JSON blocklists: a list of records, or one record per line. */
export const feodoJson = providerJson({
  name: 'feodo-json',
  title: 'Feodo Tracker, JSON',
  feed: 'Feodo Tracker',
  mode: 'list',
  members: [['ip_address', 'port', 'last_online', 'malware']],
  select: ['/[]'],
  createMapping: createFeodoMapping
})
