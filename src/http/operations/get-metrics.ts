import { feedMetrics } from '../feed-metrics.ts'
import type { KeyedOperation } from '../operation.ts'

/** How the feeds are doing, for Prometheus. */
export const getMetrics: KeyedOperation = {
  method: 'GET',
  path: '/metrics',
  security: { scope: 'metrics:read', feature: undefined },
  parameters: [],
  async handle(_request, { feeds, clock }) {
    const { contentType, text } = await feedMetrics(await feeds.list(), clock.now())
    return { status: 200, headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' }, body: text }
  }
}
