import type { Detection } from '../detection.ts'
import { ARRIVED, LOOK_BACK } from '../window.ts'

/** Messages from an address, as the header names it or as the envelope does. ASIM has no schema for mail. */
export const sender: Detection = {
  title: 'Message from a malicious sender',
  description: 'A message came from a sender of the threat intelligence.',
  tactics: ['InitialAccess'],
  indicatorKey: 'Value',
  events: `EmailEvents
| where TimeGenerated > ago(${LOOK_BACK.kql})
| ${ARRIVED}
| extend Senders = pack_array(tolower(SenderFromAddress), tolower(SenderMailFromAddress))
| mv-expand Key = Senders to typeof(string)
| where isnotempty(Key)
| summarize FirstSeen = min(TimeGenerated), LastSeen = max(TimeGenerated), Hits = dcount(NetworkMessageId), Subjects = make_set(Subject, 10), Actions = make_set(DeliveryAction, 5) by Key, RecipientEmailAddress
| extend Sender = Key`,
  condition: '',
  about: ['Sender', 'RecipientEmailAddress'],
  seen: 'Sender',
  asset: 'RecipientEmailAddress',
  entities: [
    { entityType: 'Mailbox', fieldMappings: [{ identifier: 'MailboxPrimaryAddress', columnName: 'Sender' }] },
    {
      entityType: 'Mailbox',
      fieldMappings: [{ identifier: 'MailboxPrimaryAddress', columnName: 'RecipientEmailAddress' }]
    }
  ]
}
