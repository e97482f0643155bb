import type { Detection } from '../detection.ts'
import { ARRIVED, LOOK_BACK } from '../window.ts'

/** Connections to an address; `parse_ipv6` makes one key of all spellings, IPv4 and IPv4 in IPv6 alike. */
export const destinationIp: Detection = {
  title: 'Connection to a malicious address',
  description: 'A network session of any source that ASIM knows went to an address of the threat intelligence.',
  tactics: ['CommandAndControl'],
  indicatorKey: 'parse_ipv6(Value)',
  events: `_Im_NetworkSession(starttime=ago(${LOOK_BACK.kql}))
| where isnotempty(DstIpAddr)
| ${ARRIVED}
| summarize FirstSeen = min(TimeGenerated), LastSeen = max(TimeGenerated), Hits = count(), Actions = make_set(DvcAction, 5), Ports = make_set(DstPortNumber, 20) by SrcIpAddr, SrcHostname, DstIpAddr
| extend Key = parse_ipv6(DstIpAddr)`,
  condition: '',
  about: ['SrcIpAddr', 'SrcHostname', 'DstIpAddr'],
  seen: 'DstIpAddr',
  asset: 'SrcIpAddr',
  entities: [
    { entityType: 'IP', fieldMappings: [{ identifier: 'Address', columnName: 'DstIpAddr' }] },
    { entityType: 'IP', fieldMappings: [{ identifier: 'Address', columnName: 'SrcIpAddr' }] },
    { entityType: 'Host', fieldMappings: [{ identifier: 'HostName', columnName: 'SrcHostname' }] }
  ]
}
