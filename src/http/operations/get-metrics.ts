import { GET_METRICS } from '../../api/operations/get-metrics.ts'
import { metricsAnswer } from '../metrics/metrics-answer.ts'
import { keyedOperation } from '../operation.ts'

/** How the server, its store and its feeds are doing, for Prometheus with a key. */
export const getMetrics = keyedOperation(GET_METRICS, (_request, services) => metricsAnswer(services))
