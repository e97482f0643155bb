import type { Detection } from '../detection.ts'

/** Connections to an address that hosts connect to. */
export const destinationIp: Detection = {
  title: 'Connection to a malicious address',
  description: 'Network traffic of any source that CIM knows went to a listed address.',
  table: 'ip',
  classes: ['destination-ip'],
  dataset: 'Network_Traffic.All_Traffic',
  by: ['src', 'dest', 'dest_ip'],
  asset: 'src',
  key: `| eval seen=mvdedup(mvappend(lower(dest), lower(dest_ip)))
| mvexpand seen`
}
