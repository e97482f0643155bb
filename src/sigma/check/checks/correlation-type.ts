import { nearest } from '../../../indicator/nearest.ts'
import { CORRELATION_TYPES, correlationField, correlationType } from '../correlation.ts'
import { correlationCheck } from '../correlation-check.ts'
import { complain } from '../field-faults.ts'

/** A correlation has a known type. Sigma correlation rules specification 2.1, Correlation type. */
export const correlationTypeCheck = correlationCheck('correlation-type', function* (map) {
  const node = correlationField(map, 'type')
  const type = correlationType(map)
  if (type !== undefined && CORRELATION_TYPES.includes(type)) return
  const near = type === undefined ? undefined : nearest(type, CORRELATION_TYPES)
  const remedy = near === undefined ? `write one of ${CORRELATION_TYPES.join(', ')}` : `did you mean ${near}?`
  yield complain(
    node ?? map,
    'correlation.type',
    `${node === undefined ? 'the type is missing' : 'there is no such type of correlation'}; ${remedy}`
  )
})
