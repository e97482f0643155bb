import { LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

const detects = (address: string): string => `Detects a message from ${address}`

/** A sender of mail, alone or behind a display name: `Display <a@b>`. */
export const email: Recipe = {
  subject: 'Malicious Sender',
  titleCase: 'as it is',
  detects,
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
  policy: { subject: 'Policy Sender', detects },
  fields: ['SenderAddress', 'RecipientAddress', 'Subject']
}
