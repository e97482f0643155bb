import { correlationField } from '../correlation.ts'
import { correlationCheck } from '../correlation-check.ts'
import { complain } from '../field-faults.ts'
import { isScalar } from '../yaml-node.ts'

/** Whether the rules of a correlation stay rules of their own is a yes or no. Sigma correlation rules specification 2.1. */
export const correlationGenerate = correlationCheck('correlation-generate', function* (map) {
  const node = correlationField(map, 'generate')
  if (node !== undefined && !isScalar(node, 'boolean'))
    yield complain(node, 'correlation.generate', 'it is neither true nor false; write one of them, without quotes')
})
