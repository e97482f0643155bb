import { addressFamily } from '../address-family.ts'
import { addressForms } from '../address-forms.ts'
import { POLICY_LEVELS } from '../levels.ts'
import type { Recipe } from '../recipe.ts'

/** An address that scans the whole Internet and is not known for more: nobody in particular is attacked. */
export const scanningIp: Recipe = {
  name: 'scanning-ip',
  subject: 'Scanning IP',
  titleCase: 'upper',
  detects: (address) => `Detects a connection from ${address}, a scanner of the Internet`,
  many: {
    subject: 'Scanning IPs',
    detects: (kind) =>
      `Detects a connection from any of several ${addressFamily(kind)} addresses, all of them scanners of the Internet`
  },
  caveat: 'Scanning everybody is not malicious by itself.',
  logsource: { category: 'firewall' },
  select: (address) => [[{ field: 'src_ip', modifiers: [], values: addressForms(address) }]],
  defaultTactics: () => ['reconnaissance'],
  levels: POLICY_LEVELS,
  falsePositives: ['Scanners of researchers and security companies'],
  fields: ['src_ip', 'dst_ip', 'dst_port', 'action']
}
