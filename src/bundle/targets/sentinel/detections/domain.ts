import type { Detection } from '../detection.ts'
import { ARRIVED, LOOK_BACK } from '../window.ts'

/** Queries for a name or what lies under it: each name that was asked for is joined by itself and by its parents. */
export const domain: Detection = {
  title: 'DNS query for a malicious domain',
  description: 'Somebody asked for a domain of the threat intelligence or for a name under it.',
  tactics: ['CommandAndControl'],
  indicatorKey: 'Value',
  events: `_Im_Dns(starttime=ago(${LOOK_BACK.kql}))
| where isnotempty(DnsQuery)
| ${ARRIVED}
| extend DnsQuery = tolower(trim_end(@"\\.", DnsQuery))
| summarize FirstSeen = min(TimeGenerated), LastSeen = max(TimeGenerated), Hits = count() by SrcIpAddr, SrcHostname, DnsQuery
| extend Labels = split(DnsQuery, ".")
| mv-expand First = range(0, array_length(Labels) - 2) to typeof(int)
| extend Key = strcat_array(array_slice(Labels, First, -1), ".")
| project-away Labels, First`,
  condition: '',
  about: ['SrcIpAddr', 'SrcHostname', 'DnsQuery'],
  seen: 'DnsQuery',
  asset: 'SrcIpAddr',
  entities: [
    { entityType: 'DNS', fieldMappings: [{ identifier: 'DomainName', columnName: 'DnsQuery' }] },
    { entityType: 'IP', fieldMappings: [{ identifier: 'Address', columnName: 'SrcIpAddr' }] },
    { entityType: 'Host', fieldMappings: [{ identifier: 'HostName', columnName: 'SrcHostname' }] }
  ]
}
