import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import { valueOf } from '../yaml-node.ts'

/** The last two are names of pySigma's own, which its validator does not see either. */
const KNOWN = new Set(['category', 'product', 'service', 'definition', 'source', 'custom_attributes'])

/** A log source has no other keys than Sigma's. pySigma's `fieldname_logsource`. */
export const logsourceField: Check = {
  name: 'logsource-field',
  severity: 'high',
  appliesTo: ['rule'],
  *find({ root }) {
    const node = valueOf(root, 'logsource')
    if (node?.kind !== 'map') return
    for (const { key } of node.entries) {
      if (!KNOWN.has(key.text))
        yield complain(
          key,
          `logsource.${key.text}`,
          'a log source has no such key; use category, product, service or definition'
        )
    }
  }
}
