import type { Detection } from '../detection.ts'

/** Connections from an address that attacks or scans. */
export const attackingIp: Detection = {
  title: 'Connection from an attacking address',
  description: 'Network traffic of any source that CIM knows came from an address that attacks or scans.',
  table: 'ip',
  classes: ['attacking-ip'],
  dataset: 'Network_Traffic.All_Traffic',
  by: ['src', 'src_ip', 'dest'],
  asset: 'dest',
  key: `| eval seen=mvdedup(mvappend(lower(src), lower(src_ip)))
| mvexpand seen`
}
