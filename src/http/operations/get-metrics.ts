import { metricsAnswer } from '../metrics/metrics-answer.ts'
import type { KeyedOperation } from '../operation.ts'

/** How the server, its store and its feeds are doing, for Prometheus with a key. */
export const getMetrics: KeyedOperation = {
  method: 'GET',
  path: '/metrics',
  security: { scope: 'metrics:read', feature: undefined },
  parameters: [],
  handle: (_request, services) => metricsAnswer(services)
}
