import { collectDefaultMetrics, Registry } from 'prom-client'
import { createStoreSize } from '../../app/store-size.ts'
import type { World } from '../../app/world.ts'
import { addFeedMetrics } from './feed-metrics.ts'
import { addRequestMetrics, type RequestMetrics } from './request-metrics.ts'
import { addStoreMetrics } from './store-metrics.ts'

/** The figures of a server and its store, for Prometheus. */
export interface Metrics extends RequestMetrics {
  readonly contentType: string
  /** Everything as it is, in the text format of Prometheus. */
  text(): Promise<string>
}

/** Gathers figures from then on. Those of the process (memory, event loop) come along where `ofProcess` says so. */
export const createMetrics = (
  store: Awaited<ReturnType<World['openStore']>>,
  clock: World['clock'],
  { ofProcess }: { readonly ofProcess: boolean }
): Metrics => {
  const lasting = new Registry()
  if (ofProcess) collectDefaultMetrics({ register: lasting })
  const requests = addRequestMetrics(lasting)
  const sizeOf = createStoreSize(store, clock)
  return {
    ...requests,
    contentType: lasting.contentType,
    async text() {
      const asked = new Registry()
      addFeedMetrics(asked, await store.feeds.list(), clock.now())
      addStoreMetrics(asked, await sizeOf(), await store.counters.totals())
      return `${await lasting.metrics()}\n${await asked.metrics()}`
    }
  }
}
