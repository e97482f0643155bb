import { correlationField } from '../correlation.ts'
import { correlationCheck } from '../correlation-check.ts'
import { complain } from '../field-faults.ts'
import { isScalar } from '../yaml-node.ts'

/** A number above zero, and its unit. */
const TIMESPAN = /^0*[1-9][0-9]*[smhdwMy]$/

/** A correlation looks at a span of time. Sigma correlation rules specification 2.1, Time selection. */
export const correlationTimespan = correlationCheck('correlation-timespan', function* (map) {
  const node = correlationField(map, 'timespan')
  if (node === undefined) yield complain(map, 'correlation.timespan', 'the time span is missing; write one like 5m')
  else if (!isScalar(node, 'string') || !TIMESPAN.test(node.text)) {
    yield complain(
      node,
      'correlation.timespan',
      'it is no time span; write a number above zero and one of s, m, h, d, w, M, y'
    )
  }
})
