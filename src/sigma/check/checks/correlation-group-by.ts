import { correlationField } from '../correlation.ts'
import { correlationCheck } from '../correlation-check.ts'
import { complain } from '../field-faults.ts'
import { isScalar, nounOf } from '../yaml-node.ts'

/** A correlation is grouped by fields. Sigma correlation rules specification 2.1, Grouping. */
export const correlationGroupBy = correlationCheck('correlation-group-by', function* (map) {
  const node = correlationField(map, 'group-by')
  if (node === undefined || node.kind === 'list' || isScalar(node, 'string')) return
  yield complain(node, 'correlation.group-by', `it is ${nounOf(node)} and must be a list; list the fields`)
})
