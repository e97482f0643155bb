import { LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

const detects = (address: string): string => `Detects a message from ${address}`

/** A sender of mail, alone or behind a display name: `Display <a@b>`. */
export const email: Recipe = {
  name: 'email',
  subject: 'Malicious Sender',
  titleCase: 'as it is',
  detects,
  many: {
    subject: 'Malicious Senders',
    detects: () => 'Detects a message from any of several malicious senders'
  },
  logsource: {
    product: 'm365',
    service: 'exchange',
    definition: 'Requirements: message trace or equivalent mail flow logs with the header sender address'
  },
  select: (address) => [
    [{ field: 'SenderAddress', modifiers: [], values: [address] }],
    [{ field: 'SenderAddress', modifiers: ['endswith'], values: [`<${address}>`] }]
  ],
  defaultTactics: () => ['initial-access'],
  levels: LEVELS,
  falsePositives: ['Unknown'],
  policy: {
    subject: 'Policy Sender',
    detects,
    many: {
      subject: 'Policy Senders',
      detects: () => 'Detects a message from any of several senders'
    }
  },
  fields: ['SenderAddress', 'RecipientAddress', 'Subject']
}
