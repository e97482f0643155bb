import { small } from '../answers.ts'
import { text } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { METRICS_EXAMPLE, METRICS_TYPE } from '../schemas/metrics.ts'

/** How the server, its store and its feeds are doing, for Prometheus with a key. */
export const GET_METRICS = {
  name: 'getMetrics',
  method: 'GET',
  path: '/metrics',
  tag: 'Server',
  summary: 'Metrics for Prometheus',
  about: 'The server, its store and its feeds.',
  security: { scope: 'metrics:read', feature: undefined },
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The metrics.', text(METRICS_TYPE, METRICS_EXAMPLE)) },
  errors: []
} as const satisfies KeyedDescription
