import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { loadAll } from 'js-yaml'
import { expect, test } from 'vitest'
import { indicatorsInOrder } from '../../src/app/indicators-in-order.ts'
import { ingest } from '../../src/app/ingest.ts'
import type { IngestInput } from '../../src/app/ingest-options.ts'
import type { IngestReport } from '../../src/app/ingest-report.ts'
import { ruleDocuments } from '../../src/app/rule-documents.ts'
import { settableClock } from '../../src/platform/clock.ts'
import { openInputs } from '../../src/platform/open-inputs.ts'
import { unpack } from '../../src/platform/unpack.ts'
import type { IndicatorStore } from '../../src/store/indicator-store.ts'
import { MOMENT, scratchStore } from '../support/stores.ts'

const DATA = resolve(process.env['SIGMILL_TEST_DATA'] ?? '../shared/data', 'feeds')
const FOLDERS = ['lists', 'csv', 'abusech', 'misp', 'stix', 'kev', 'openioc', 'otx', 'zeek_intel']

async function* realFeeds(): AsyncGenerator<IngestInput> {
  for await (const source of openInputs(
    FOLDERS.map((folder) => join(DATA, folder)),
    Readable.from([])
  )) {
    const { name, stem, modified } = source
    yield { name, stem, modified, open: () => unpack(source) }
  }
}

const importAll = async (store: IndicatorStore): Promise<IngestReport> =>
  ingest(realFeeds(), store, settableClock(MOMENT), { defaults: {}, maxLineLength: 1_048_576 })

test.skipIf(!existsSync(DATA))(
  'the real feeds import without a broken file, importing them again changes nothing, and every rule is a document',
  { timeout: 240_000 },
  async () => {
    const store = await scratchStore(settableClock(MOMENT))
    const first = await importAll(store)
    expect(first.files.filter(({ problem }) => problem !== undefined)).toEqual([])
    expect(first.totals.read).toBe(first.totals.accepted + first.totals.rejected)
    expect(first.totals.accepted).toBe(first.totals.new + first.totals.changed + first.totals.unchanged)
    expect(first.totals.new).toBeGreaterThan(160_000)

    const before = await store.state()
    const second = await importAll(store)
    expect(second.totals).toEqual({ ...first.totals, new: 0, changed: 0, unchanged: first.totals.accepted })
    expect(await store.state()).toEqual(before)

    const view = await store.view()
    const style = { publisher: { name: 'Example', url: 'https://example.com', slug: 'example' }, fields: false }
    const everything = { kinds: undefined, confidences: undefined, industries: undefined, since: undefined }
    let documents = 0
    for await (const block of ruleDocuments(indicatorsInOrder(view, everything, 5_000), style)) {
      documents += loadAll(
        Buffer.from(block)
          .toString()
          .replace(/^---\n/, '')
      ).length
    }
    await view.close()
    expect(documents).toBe(5_000)
  }
)
