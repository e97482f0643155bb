import { addressFamily } from '../address-family.ts'
import { addressForms } from '../address-forms.ts'
import { LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

const detects = (address: string): string => `Detects a network connection to ${address}`

/** An address that hosts connect to. */
export const destinationIp: Recipe = {
  name: 'destination-ip',
  subject: 'Malicious IP',
  titleCase: 'upper',
  detects,
  many: {
    subject: 'Malicious IPs',
    detects: (kind) => `Detects a network connection to any of several malicious ${addressFamily(kind)} addresses`
  },
  logsource: { category: 'network_connection', product: 'windows' },
  select: (address) => [[{ field: 'DestinationIp', modifiers: [], values: addressForms(address) }]],
  defaultTactics: () => ['command-and-control'],
  levels: LEVELS,
  falsePositives: ['Unknown'],
  policy: {
    subject: 'Policy IP',
    detects,
    many: {
      subject: 'Policy IPs',
      detects: (kind) => `Detects a network connection to any of several ${addressFamily(kind)} addresses`
    }
  },
  fields: ['SourceIp', 'DestinationIp', 'DestinationPort']
}
