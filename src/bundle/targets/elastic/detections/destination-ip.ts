import type { Detection } from '../detection.ts'

/** Connections to an address; the type `ip` knows no spellings. */
export const destinationIp: Detection = {
  title: 'Connection to a malicious address',
  description: 'A connection went to an address of the threat intelligence.',
  tactic: { id: 'TA0011', name: 'Command and Control' },
  events: 'destination.ip:*',
  comparisons: [[{ event: 'destination.ip', indicator: 'threat.indicator.ip' }]],
  about: ['source.ip', 'destination.ip']
}
