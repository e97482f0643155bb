import type { Check } from '../check.ts'
import { complain } from '../field-faults.ts'
import { isScalar, nounOf, valueOf } from '../yaml-node.ts'

/** A filter says which rules it is for. Sigma specification 2.1, Filters. */
export const filterRules: Check = {
  name: 'filter-rules',
  severity: 'error',
  appliesTo: ['filter'],
  *find({ root }) {
    const filter = valueOf(root, 'filter')
    if (filter?.kind !== 'map') return
    const rules = valueOf(filter, 'rules')
    if (rules === undefined)
      yield complain(filter, 'filter.rules', 'it is missing; write any, or the ids or names of rules')
    else if (rules.kind !== 'list' && !isScalar(rules, 'string')) {
      yield complain(rules, 'filter.rules', `it is ${nounOf(rules)}; write any, or the ids or names of rules`)
    }
  }
}
