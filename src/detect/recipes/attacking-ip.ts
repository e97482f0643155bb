import { addressFamily } from '../address-family.ts'
import { addressForms } from '../address-forms.ts'
import { LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

/** An address that scans or attacks: it stands as the source of connections that come in. */
export const attackingIp: Recipe = {
  name: 'attacking-ip',
  subject: 'Attacking IP',
  titleCase: 'upper',
  detects: (address) => `Detects a connection from ${address}, a scanner`,
  many: {
    subject: 'Attacking IPs',
    detects: (kind) => `Detects a connection from any of several ${addressFamily(kind)} addresses, all of them scanners`
  },
  logsource: { category: 'firewall' },
  select: (address) => [[{ field: 'src_ip', modifiers: [], values: addressForms(address) }]],
  defaultTactics: () => ['reconnaissance'],
  levels: LEVELS,
  falsePositives: ['Unknown'],
  policy: {
    subject: 'Policy IP',
    detects: (address) => `Detects a connection from ${address}`,
    many: {
      subject: 'Policy IPs',
      detects: (kind) => `Detects a connection from any of several ${addressFamily(kind)} addresses`
    }
  },
  fields: ['src_ip', 'dst_ip', 'dst_port', 'action']
}
