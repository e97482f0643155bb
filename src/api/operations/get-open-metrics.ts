import { small } from '../answers.ts'
import { text } from '../content.ts'
import type { OpenDescription } from '../description.ts'
import { METRICS_EXAMPLE, METRICS_TYPE } from '../schemas/metrics.ts'

/** The metrics for everybody who reaches the port of its own on which they are served. */
export const GET_OPEN_METRICS = {
  name: 'getOpenMetrics',
  method: 'GET',
  path: '/metrics',
  tag: 'Server',
  summary: 'Metrics for Prometheus, on a port of their own',
  about: 'The same for everybody who reaches that port.',
  security: 'open',
  requestHeaders: [],
  answers: { 200: small('The metrics.', text(METRICS_TYPE, METRICS_EXAMPLE)) }
} as const satisfies OpenDescription
