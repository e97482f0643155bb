import { addressForms } from '../address-forms.ts'
import { LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

const detects = (address: string): string => `Detects a network connection to ${address}`

/** An address that hosts connect to. */
export const destinationIp: Recipe = {
  subject: 'Malicious IP',
  titleCase: 'upper',
  detects,
  logsource: { category: 'network_connection', product: 'windows' },
  select: (address) => [[{ field: 'DestinationIp', modifiers: [], values: addressForms(address) }]],
  defaultTactics: () => ['command-and-control'],
  levels: LEVELS,
  falsePositives: ['Unknown'],
  policy: { subject: 'Policy IP', detects },
  fields: ['SourceIp', 'DestinationIp', 'DestinationPort']
}
