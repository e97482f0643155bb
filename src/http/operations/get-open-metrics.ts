import { metricsAnswer } from '../metrics/metrics-answer.ts'
import type { OpenOperation } from '../operation.ts'

/** The same for everybody who reaches the port of its own on which it is served. */
export const getOpenMetrics: OpenOperation = {
  method: 'GET',
  path: '/metrics',
  security: 'open',
  handle: metricsAnswer
}
