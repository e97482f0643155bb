import { addressForms } from '../address-forms.ts'
import { LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

/** An address that hosts connect to. */
export const destinationIp: Recipe = {
  subject: 'Malicious IP',
  titleCase: 'upper',
  detects: (address) => `Detects a network connection to ${address}`,
  logsource: { category: 'network_connection', product: 'windows' },
  select: (address) => [[{ field: 'DestinationIp', modifiers: [], values: addressForms(address) }]],
  defaultTactics: () => ['command-and-control'],
  levels: LEVELS,
  falsePositives: ['Unknown'],
  fields: ['SourceIp', 'DestinationIp', 'DestinationPort']
}
