import type { Detection } from '../detection.ts'

/** Messages from an address, as the header names it or as who sent them. */
export const sender: Detection = {
  title: 'Message from a malicious sender',
  description: 'A message came from a sender of the threat intelligence.',
  tactic: { id: 'TA0001', name: 'Initial Access' },
  events: 'email.from.address:* or email.sender.address:*',
  comparisons: [
    [{ event: 'email.from.address', indicator: 'threat.indicator.email.address' }],
    [{ event: 'email.sender.address', indicator: 'threat.indicator.email.address' }]
  ],
  about: ['email.from.address', 'email.sender.address', 'email.to.address']
}
