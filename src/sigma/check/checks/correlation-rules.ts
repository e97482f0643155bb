import { correlationField, isTemporal } from '../correlation.ts'
import { correlationCheck } from '../correlation-check.ts'
import { complain } from '../field-faults.ts'
import { isScalar, nounOf } from '../yaml-node.ts'

/** A correlation names its rules. Sigma correlation rules specification 2.1, Related rules. */
export const correlationRules = correlationCheck('correlation-rules', function* (map) {
  const node = correlationField(map, 'rules')
  if (node === undefined) {
    if (!isTemporal(map))
      yield complain(map, 'correlation.rules', 'the rules are missing; list the names or ids of at least one')
  } else if (node.kind === 'list') {
    for (const item of node.items) {
      if (!isScalar(item, 'string'))
        yield complain(item, 'correlation.rules', `a rule is ${nounOf(item)}; write its name or id as text`)
    }
  } else if (!isScalar(node, 'string')) {
    yield complain(
      node,
      'correlation.rules',
      `it is ${nounOf(node)} and must be a list; list the names or ids of rules`
    )
  }
})
