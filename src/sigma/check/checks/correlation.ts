import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import { valueOf } from '../yaml-node.ts'

/** A correlation is a map. Sigma correlation rules specification 2.1. */
export const correlation: Check = {
  name: 'correlation',
  severity: 'error',
  appliesTo: ['correlation'],
  *find(document) {
    const node = valueOf(document.root, 'correlation')
    if (node === undefined || node.kind === 'map') return
    yield complain(node, 'correlation', 'it must be a map; write type, rules and timespan')
  }
}
