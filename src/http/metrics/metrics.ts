import { collectDefaultMetrics, Registry } from 'prom-client'
import { createStoreSize } from '../../app/store-size.ts'
import type { World } from '../../app/world.ts'
import type { KeptAnswers } from '../kept/kept-answers.ts'
import { addFeedMetrics } from './feed-metrics.ts'
import { addExportMetrics, type ExportMetrics } from './export-metrics.ts'
import { addKeptMetrics } from './kept-metrics.ts'
import { type MeasuredRequest, RequestFigures } from './request-figures.ts'
import { addStoreMetrics } from './store-metrics.ts'

/** The figures of a server and its store, for Prometheus. */
export interface Metrics extends ExportMetrics {
  answered(request: MeasuredRequest): void
  readonly contentType: string
  /** Everything as it is, in the text format of Prometheus. */
  text(): Promise<string>
}

/** Whose figures they are, besides those of requests. */
export interface MeasuredParts {
  readonly store: Awaited<ReturnType<World['openStore']>>
  readonly clock: World['clock']
  readonly kept: Pick<KeptAnswers, 'bytes'>
}

/** Gathers figures from then on. Those of the process (memory, event loop) come along where `ofProcess` says so. */
export const createMetrics = (
  { store, clock, kept }: MeasuredParts,
  { ofProcess }: { readonly ofProcess: boolean }
): Metrics => {
  const lasting = new Registry()
  if (ofProcess) collectDefaultMetrics({ register: lasting })
  const requests = new RequestFigures()
  const exports = addExportMetrics(lasting)
  const sizeOf = createStoreSize(store, clock)
  return {
    ...exports,
    answered: (request) => requests.answered(request),
    contentType: lasting.contentType,
    async text() {
      const asked = new Registry()
      addFeedMetrics(asked, await store.feeds.list(), clock.now())
      addKeptMetrics(asked, kept)
      addStoreMetrics(asked, await sizeOf(), await store.counters.totals())
      return [await lasting.metrics(), requests.text(), await asked.metrics()].join('\n')
    }
  }
}
