import type { Detection } from '../detection.ts'

/** Connections from an address that attacks or scans. */
export const attackingIp: Detection = {
  title: 'Connection from an attacking address',
  description: 'A connection came from an address of the threat intelligence.',
  tactic: { id: 'TA0043', name: 'Reconnaissance' },
  events: 'source.ip:*',
  comparisons: [[{ event: 'source.ip', indicator: 'threat.indicator.ip' }]],
  about: ['source.ip', 'destination.ip']
}
