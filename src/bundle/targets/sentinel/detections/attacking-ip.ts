import type { Detection } from '../detection.ts'
import { ARRIVED, LOOK_BACK } from '../window.ts'

/** Connections from an address that attacks or scans. */
export const attackingIp: Detection = {
  title: 'Connection from an attacking address',
  description: 'A network session of any source that ASIM knows came from an address of the threat intelligence.',
  tactics: ['Reconnaissance'],
  indicatorKey: 'parse_ipv6(Value)',
  events: `_Im_NetworkSession(starttime=ago(${LOOK_BACK.kql}))
| where isnotempty(SrcIpAddr)
| ${ARRIVED}
| summarize FirstSeen = min(TimeGenerated), LastSeen = max(TimeGenerated), Hits = count(), Actions = make_set(DvcAction, 5), Ports = make_set(DstPortNumber, 20) by SrcIpAddr, DstIpAddr, DstHostname
| extend Key = parse_ipv6(SrcIpAddr)`,
  condition: '',
  about: ['SrcIpAddr', 'DstIpAddr', 'DstHostname'],
  seen: 'SrcIpAddr',
  asset: 'DstIpAddr',
  entities: [
    { entityType: 'IP', fieldMappings: [{ identifier: 'Address', columnName: 'SrcIpAddr' }] },
    { entityType: 'IP', fieldMappings: [{ identifier: 'Address', columnName: 'DstIpAddr' }] },
    { entityType: 'Host', fieldMappings: [{ identifier: 'HostName', columnName: 'DstHostname' }] }
  ]
}
