import type { LogSourceName } from '../log-source.ts'
import type { LogEvent, Search } from '../real-log.ts'
import { addressSearch } from '../searches/address-search.ts'
import { domainSearch } from '../searches/domain-search.ts'
import { sysmonHashSearch } from '../searches/hash-search.ts'
import { techniqueSearch } from '../searches/technique-search.ts'

/** The channel of Sysmon. */
export const SYSMON_CHANNEL = 'Microsoft-Windows-Sysmon/Operational'

// Sigma's categories of Sysmon events: https://sigmahq.io/docs/basics/log-sources.html
const CATEGORIES: ReadonlyMap<unknown, LogSourceName> = new Map([
  [1, 'process_creation'],
  [3, 'network_connection'],
  [22, 'dns_query']
])

/** A Sysmon event of a number and its data, whose names are those of Sigma. */
export const sysmonEvent = (id: unknown, fields: Readonly<Record<string, string>>): LogEvent => {
  const category = CATEGORIES.get(id)
  return { logSources: category === undefined ? ['sysmon'] : ['sysmon', category], fields }
}

/** What Sysmon events carry. */
export const SYSMON_SEARCHES: readonly Search[] = [
  addressSearch('ipv4', 'network_connection', 'DestinationIp'),
  addressSearch('ipv6', 'network_connection', 'DestinationIp'),
  domainSearch,
  sysmonHashSearch('md5'),
  sysmonHashSearch('sha1'),
  sysmonHashSearch('sha256'),
  techniqueSearch
]
