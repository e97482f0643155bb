import type { Detection } from '../detection.ts'

/**
 * Queries for a name, and for what lies under it where the indicator is a registered domain: rules compare for equality,
 * and the registered domain is the one parent that events carry.
 */
export const domain: Detection = {
  title: 'DNS query for a malicious domain',
  description: 'Somebody asked for a domain of the threat intelligence, or for a name under it.',
  tactic: { id: 'TA0011', name: 'Command and Control' },
  events: 'dns.question.name:*',
  comparisons: [
    [{ event: 'dns.question.name', indicator: 'threat.indicator.url.domain' }],
    [{ event: 'dns.question.registered_domain', indicator: 'threat.indicator.url.domain' }]
  ],
  about: ['host.id', 'source.ip', 'dns.question.name']
}
