import type { Clock } from '../../src/platform/clock.ts'
import { ingest } from '../../src/app/ingest.ts'
import type { IngestInput, IngestOptions } from '../../src/app/ingest-options.ts'
import type { IngestReport } from '../../src/app/ingest-report.ts'
import type { IndicatorStore } from '../../src/store/indicator-store.ts'

/** An input of text, in chunks as given. */
export const textInput = (name: string, ...chunks: readonly string[]): IngestInput => ({
  name,
  stem: name,
  modified: undefined,
  async *open() {
    for (const chunk of chunks) yield new TextEncoder().encode(chunk)
  }
})

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** Imports inputs with the defaults of the command line. */
export const importInputs = (
  store: IndicatorStore,
  clock: Clock,
  inputs: readonly IngestInput[],
  options: Partial<IngestOptions> = {}
): Promise<IngestReport> => ingest(each(inputs), store, clock, { defaults: {}, maxLineLength: 1_048_576, ...options })
