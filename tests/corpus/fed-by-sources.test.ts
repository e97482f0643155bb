import { text } from 'node:stream/consumers'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createFeeds } from '../../src/app/feeds/feeds.ts'
import { runFeed, type RunFeedParts } from '../../src/app/feeds/run-feed.ts'
import { indicatorsInOrder } from '../../src/app/indicators-in-order.ts'
import { judgesOf } from '../../src/app/ingest-judges.ts'
import type { IngestReport } from '../../src/app/ingest-report.ts'
import { parseFilters } from '../../src/app/filters.ts'
import { ruleDocuments } from '../../src/app/rule-documents.ts'
import { settableClock, type SettableClock } from '../../src/platform/clock.ts'
import { nodeCrypto } from '../../src/platform/crypto.ts'
import type { InputSource } from '../../src/platform/input-source.ts'
import { openInputs } from '../../src/platform/open-inputs.ts'
import { unpack } from '../../src/platform/unpack.ts'
import type { FetchUrl } from '../../src/platform/fetch/fetch-url.ts'
import type { FeedAlarmCode, FeedCounts, FeedRun, FeedState } from '../../src/store/feed-store.ts'
import type { IndicatorStore } from '../../src/store/indicator-store.ts'
import {
  type Answer,
  cutOff,
  endless,
  type FeedServer,
  gzipBomb,
  raw,
  redirect,
  startFeedServer,
  status,
  whole
} from '../support/feed-server.ts'
import { importInputs } from '../support/feeds.ts'
import { fetcher, LOOPBACK } from '../support/fetching.ts'
import { defaultSettings } from '../support/settings.ts'
import { MOMENT, scratchStore } from '../support/stores.ts'
import { TESTER } from '../support/acting.ts'

const DATA = resolve(process.env['SIGMILL_TEST_DATA'] ?? '../shared/data', 'feeds')
const FOLDERS = ['abusech', 'csv', 'kev', 'lists', 'misp', 'openioc', 'otx', 'reports', 'stix', 'zeek_intel']
/** Bytes of the largest file that is fetched; those beyond it are lists of more of the same. */
const LARGEST = 200_000
const DAY = 86_400_000_000
const settings = await defaultSettings()

/** A store with the feeds that are added to it. */
interface Fed {
  readonly store: IndicatorStore
  readonly clock: SettableClock
  readonly add: (name: string, url: string, format: string | undefined) => Promise<void>
  readonly run: (name: string, parts?: Partial<RunFeedParts>) => Promise<FeedRun>
  readonly state: (name: string) => Promise<FeedState>
}

const openFed = async (): Promise<Fed> => {
  const clock = settableClock(MOMENT)
  const store = await scratchStore(clock)
  const feeds = createFeeds({ store, settings, clock, crypto: nodeCrypto, actor: TESTER })
  const { guard } = judgesOf(store, settings, clock)
  const parts = { store, settings, clock, crypto: nodeCrypto, guard, environment: {} }
  return {
    store,
    clock,
    async add(name, url, format) {
      await feeds.add({ name, url, format, allowNetworks: LOOPBACK }, { isRemote: false, nameOf: (part) => part })
    },
    run: (name, more) =>
      runFeed({ ...parts, fetch: fetcher({ clock }), log: { info() {}, warn() {}, error() {} }, ...more }, name),
    state: async (name) => (await feeds.find(name)).state
  }
}

/** A digest of every rule of a store. */
const rulesOf = async (store: IndicatorStore): Promise<string> => {
  const view = await store.view()
  const style = { publisher: settings.publisher, fields: false }
  const rules = await text(ruleDocuments(indicatorsInOrder(view, parseFilters({}), 1_000_000), style))
  await view.close()
  return nodeCrypto.sha256Hex(rules)
}

/** A body in pieces, of which nobody says how many come. */
const chunked =
  (bytes: Uint8Array): Answer =>
  (_request, response) => {
    const size = Math.ceil(bytes.length / 7)
    Readable.from(Array.from({ length: 7 }, (_, index) => bytes.subarray(index * size, (index + 1) * size))).pipe(
      response
    )
  }

/** The same, cut off. */
const brokenOff =
  (bytes: Uint8Array): Answer =>
  (_request, response) => {
    response.write(bytes, () => response.destroy())
  }

/** The ways in which servers hand out a file at a path. */
const WAYS: readonly ((server: FeedServer, path: string, bytes: Uint8Array) => void)[] = [
  (server, path, bytes) => server.on(path, whole(gzipSync(bytes), { 'content-encoding': 'gzip' })),
  (server, path, bytes) => server.on(path, chunked(bytes)),
  (server, path, bytes) => {
    server.on(path, redirect(`${path}/moved`, 301))
    server.on(`${path}/moved`, redirect('/elsewhere', 307))
    server.on('/elsewhere', whole(brotliCompressSync(bytes, { params: { 1: 1 } }), { 'content-encoding': 'br' }))
  },
  (server, path, bytes) => server.on(path, whole(bytes))
]

const countsOf = ({ totals: { takenBack, ...counts }, feeds }: IngestReport): FeedCounts => ({
  ...counts,
  withdrawn: takenBack + feeds.reduce((sum, { withdrawn }) => sum + withdrawn, 0)
})

const formatOf = (path: string): string | undefined => (path.includes('/reports/') ? 'report' : undefined)

const realFiles = (): AsyncIterable<InputSource> =>
  openInputs(
    FOLDERS.map((folder) => join(DATA, folder)),
    Readable.from([])
  )

/** A fetcher with limits that the largest of the real files keeps. */
const withLimits =
  (fetch: FetchUrl): FetchUrl =>
  (request) =>
    fetch({ ...request, limits: { bytes: 500_000, unpackedBytes: 500_000 } })

/** The answer with which a server fails, and what the alarm says of it. */
type Failure = readonly [name: string, answer: (bytes: Buffer) => Answer, reason: RegExp, code?: FeedAlarmCode]

const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length / 2)

/** Announces fewer bytes than it sends. */
const understated = (bytes: Uint8Array): Answer =>
  raw(`HTTP/1.1 200 OK\r\nContent-Length: ${half(bytes).length}\r\n\r\n`, bytes)

const FAILURES: readonly Failure[] = [
  ['a redirect to a private address', () => redirect('http://10.0.0.1/feed'), /10\.0\.0\.1/],
  ['a redirect to a mapped address', () => redirect('http://[::ffff:192.168.0.1]/feed'), /192\.168\.0\.1|::ffff/],
  ['an endless body', (bytes) => endless(bytes.toString('utf8')), /more than|breaks at/],
  ['a length that is too long', (bytes) => cutOff(bytes.toString('utf8'), bytes.length + 500), /not whole/],
  ['a length that is too short', (bytes) => understated(bytes), /./],
  ['a gzip bomb', () => gzipBomb, /./],
  ['half of a compressed file', (bytes) => whole(half(gzipSync(bytes)), { 'content-encoding': 'gzip' }), /./],
  ['half of a file in chunks', (bytes) => brokenOff(half(bytes)), /not whole/],
  ['304 that nobody asked for', () => status(304), /304/],
  ['429', () => status(429, { 'retry-after': '7200' }), /429/],
  ['500', () => status(500), /500/],
  ['a key that is refused', () => status(401), /401/, 'expired_headers']
]

const SAMPLES = [
  'abusech/urlhaus_csv_recent.csv',
  'csv/stalkerware_network.csv',
  'lists/loki_c2-iocs.txt',
  'misp/yeti_test_misp_event.json',
  'openioc/eset_windigo.ioc',
  'otx/otx_pulses.json',
  'reports/gamaredon__README.adoc',
  'stix/stix2-reports__report_json__NOBELIUM.json',
  'zeek_intel/abuse-ch-malware.intel'
]

/** Formats that say where they end: half of such a file is known to be half, whatever the server says. */
const hasEnd = (sample: string): boolean => /\.(?:json|ioc)$/.test(sample)

describe.skipIf(!existsSync(DATA))('the real feeds, fetched', () => {
  test('give the counts and rules of an import from disk, and nothing changes when they are fetched again', {
    timeout: 240_000
  }, async () => {
    const server = await startFeedServer()
    const [fetched, read] = [await openFed(), await openFed()]
    let count = 0
    for await (const input of realFiles()) {
      const bytes = await readFile(input.name)
      if (bytes.length > LARGEST) continue
      const path = `/${count}`
      const name = `${count} ${basename(input.name)}`.slice(0, 60)
      const format = formatOf(input.name)
      WAYS[count++ % WAYS.length]?.(server, path, bytes)
      for (const { add } of [fetched, read]) await add(name, server.url + path, format)

      const run = await fetched.run(name)
      const report = await importInputs(read.store, read.clock, [{ ...input, open: () => unpack(input) }], {
        feed: name,
        format,
        modeOf: (of) => of?.mode ?? 'list',
        ...judgesOf(read.store, settings, read.clock)
      })
      expect(run, name).toEqual({ at: MOMENT, outcome: 'changed', counts: countsOf(report) })
      const { alarm } = await fetched.state(name)
      expect(alarm?.code, name).toBe(report.totals.accepted === 0 ? 'empty' : undefined)

      const before = await fetched.store.state()
      const again = await fetched.run(name)
      expect(again.counts, name).toMatchObject({ read: report.totals.read, new: 0, changed: 0, withdrawn: 0 })
      expect(await fetched.store.state(), name).toEqual(before)
    }
    expect(count).toBeGreaterThan(120)
    expect(await rulesOf(fetched.store)).toBe(await rulesOf(read.store))
  })

  test.each(SAMPLES)('%s stays as it was read whatever the server does', { timeout: 120_000 }, async (sample) => {
    const server = await startFeedServer()
    const { store, clock, add, run, state } = await openFed()
    const url = `http://feeds.example:${server.port}/feed`
    const bytes = await readFile(join(DATA, sample))
    const fetch = withLimits(fetcher({ clock }))
    await add(sample, url, formatOf(`/${sample}`))
    server.on('/feed', whole(bytes))
    expect(await run(sample, { fetch })).toMatchObject({ outcome: 'changed' })
    const [before, rules] = [await store.state(), await rulesOf(store)]

    const expectUntouched = async (failure: string, reason: RegExp, code: FeedAlarmCode = 'failing'): Promise<void> => {
      const { lastRun, alarm, lastGoodRun } = await state(sample)
      expect(lastRun?.outcome, failure).toBe('failed')
      expect([alarm?.code, lastGoodRun], failure).toEqual([code, MOMENT])
      expect(alarm?.message, failure).toMatch(reason)
      expect(await store.state(), failure).toEqual(before)
      expect(await rulesOf(store), failure).toBe(rules)
    }

    for (const [failure, answer, reason, code] of FAILURES) {
      clock.set(clock.now() + DAY)
      server.on('/feed', answer(bytes))
      await run(sample, { fetch })
      await expectUntouched(failure, reason, code)
    }

    if (hasEnd(sample)) {
      server.on('/feed', whole(half(bytes)))
      await run(sample, { fetch })
      await expectUntouched('half of a file that the server calls whole', /./)
    }

    server.on('/feed', redirect('/feed/moved'))
    server.on('/feed/moved', whole(bytes))
    const addresses = ['127.0.0.1', '10.0.0.7']
    const resolve = (): Promise<readonly string[]> => Promise.resolve(addresses.splice(0, 1))
    await run(sample, { fetch: fetcher({ clock, resolve }) })
    await expectUntouched('a name that leads elsewhere on the second look', /10\.0\.0\.7/)
    expect(addresses).toEqual([])

    server.on('/feed', whole(bytes))
    expect((await run(sample, { fetch })).counts).toMatchObject({ new: 0, changed: 0, withdrawn: 0 })
    expect((await state(sample)).alarm).toBeUndefined()
    expect(await rulesOf(store)).toBe(rules)
  })
})
