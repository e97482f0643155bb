import { GET_OPEN_METRICS } from '../../api/operations/get-open-metrics.ts'
import { metricsAnswer } from '../metrics/metrics-answer.ts'
import { openOperation } from '../operation.ts'

/** The same for everybody who reaches the port of its own on which it is served. */
export const getOpenMetrics = openOperation(GET_OPEN_METRICS, metricsAnswer)
