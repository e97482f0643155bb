import { expect, test } from 'vitest'
import { feedLife } from './feed-life.ts'
import { importInputs, textInput } from '../../tests/support/feeds.ts'
import { MOMENT, storeWithClock, TODAY } from '../../tests/support/stores.ts'
import type { StoredIndicator, IndicatorStore, NaturalKey } from '../store/indicator-store.ts'
import { Problem } from '../problem/problem.ts'
import type { IngestInput } from './ingest-options.ts'
import type { Reject } from './ingest-report.ts'

const DAY = 86_400_000_000

const stored = async (store: IndicatorStore, key: NaturalKey): Promise<StoredIndicator | undefined> => {
  const view = await store.view()
  try {
    return await view.find(key)
  } finally {
    await view.close()
  }
}

const IP: NaturalKey = { kind: 'ipv4', value: '203.0.113.1' }

const NONE = { read: 0, accepted: 0, new: 0, changed: 0, unchanged: 0, expired: 0, rejected: 0, takenBack: 0 }

test('a first import is all new, a second changes nothing', async () => {
  const { store, clock } = await storeWithClock()
  const list = textInput('list', '203.0.113.1\nevil.example\n203.0.113[.]1\nnot an indicator\n')
  const first = await importInputs(store, clock, [list])
  expect(first.totals).toEqual({ ...NONE, read: 4, accepted: 3, new: 2, unchanged: 1, rejected: 1 })
  const before = await store.state()
  const second = await importInputs(store, clock, [list])
  expect(second.totals).toEqual({ ...NONE, read: 4, accepted: 3, unchanged: 3, rejected: 1 })
  expect(await store.state()).toEqual(before)
})

test('being seen on a later day is no change, but is kept', async () => {
  const { store, clock } = await storeWithClock()
  const list = textInput('list', '203.0.113.1\n')
  await importInputs(store, clock, [list])
  const before = await store.state()
  clock.set(MOMENT + DAY)
  const report = await importInputs(store, clock, [list])
  expect(report.totals).toMatchObject({ new: 0, changed: 0, unchanged: 1 })
  const after = await store.state()
  expect(after.position).toBe(before.position)
  expect(after.revision).toBeGreaterThan(before.revision)
  expect((await stored(store, IP))?.indicator.lastSeen).toBe(TODAY + 1)
})

test('one indicator of many feeds is one row with the highest confidence and every source', async () => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('a', '203.0.113.1\n')], { defaults: { confidence: 'low' } })
  const report = await importInputs(store, clock, [textInput('b', '203.0.113.1\n')], {
    defaults: { confidence: 'high', tlp: 'amber' }
  })
  expect(report.totals).toMatchObject({ changed: 1 })
  const row = await stored(store, IP)
  expect(row?.indicator).toMatchObject({ confidence: 'high', feeds: ['a', 'b'], added: MOMENT, changed: MOMENT + 1 })
  expect(row?.indicator.context.tlp).toBe('amber')
  expect(row?.sources.map((source) => [source.feed, source.confidence])).toEqual([
    ['a', 'low'],
    ['b', 'high']
  ])
})

test('a feed may lower its confidence', async () => {
  const { store, clock } = await storeWithClock()
  const list = textInput('a', '203.0.113.1\n')
  await importInputs(store, clock, [list], { defaults: { confidence: 'high' } })
  const report = await importInputs(store, clock, [list], { defaults: { confidence: 'low' } })
  expect(report.totals.changed).toBe(1)
  expect((await stored(store, IP))?.indicator.confidence).toBe('low')
})

test('a source that says something else is a change, also where another source says more', async () => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('a', '203.0.113.1\n')], { defaults: { confidence: 'high' } })
  await importInputs(store, clock, [textInput('b', '203.0.113.1\n')], { defaults: { confidence: 'medium' } })
  const before = await store.state()
  const lower = async () =>
    importInputs(store, clock, [textInput('b', '203.0.113.1\n')], { defaults: { confidence: 'low' } })
  expect((await lower()).totals).toMatchObject({ changed: 1, unchanged: 0 })
  expect(await stored(store, IP)).toMatchObject({ reason: 'changed', indicator: { confidence: 'high' } })
  expect((await stored(store, IP))?.sources[1]?.confidence).toBe('low')
  const after = await store.state()
  expect(after.position).toBeGreaterThan(before.position)
  expect((await lower()).totals).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await store.state()).toEqual(after)
})

test('tags are kept, but as no rule shows them, a difference in them alone is no change', async () => {
  const { store, clock } = await storeWithClock()
  const tagged = (tag: string): ReturnType<typeof textInput> => textInput('t', `indicator,tags\n203.0.113.1,${tag}\n`)
  await importInputs(store, clock, [tagged('one')])
  const before = await store.state()
  const report = await importInputs(store, clock, [tagged('two')])
  expect(report.totals).toMatchObject({ changed: 0, unchanged: 1 })
  const after = await store.state()
  expect(after.position).toBe(before.position)
  expect(after.revision).toBeGreaterThan(before.revision)
  expect((await stored(store, IP))?.indicator.context.tags).toEqual(['two'])
})

test('a hostile feed name is cleaned before a rule shows it', async () => {
  const { store, clock } = await storeWithClock()
  const report = await importInputs(store, clock, [textInput('list', '203.0.113.1\n')], { feed: 'a\n\u001b[31mb' })
  expect(report.files[0]?.feed).toBe('a [31mb')
  expect((await importInputs(store, clock, [textInput('\u0000', '203.0.113.1\n')])).files[0]?.feed).toBe('unnamed feed')
})

test('what a file says twice of a value counts together, wherever the lines stand', async () => {
  const { store, clock } = await storeWithClock()
  const header = 'indicator,confidence,tags\n'
  const rows = ['203.0.113.1,20,one\n', '203.0.113.2,20,x\n', '203.0.113.1,90,two\n']
  const there = textInput('f', header, ...rows)
  const back = textInput('f', header, ...[...rows].reverse())
  await importInputs(store, clock, [there])
  const row = await stored(store, IP)
  expect(row?.indicator).toMatchObject({ confidence: 'high' })
  expect(row?.indicator.context.tags).toEqual(['one', 'two'])
  const again = await importInputs(store, clock, [back])
  expect(again.totals).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
})

test('changes of a run are stamped by kind and value, whatever the order of the input', async () => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('a', 'evil.example\n203.0.113.2\n203.0.113.1\n')])
  const keys: NaturalKey[] = [IP, { kind: 'ipv4', value: '203.0.113.2' }, { kind: 'domain', value: 'evil.example' }]
  const instants = await Promise.all(keys.map(async (key) => (await stored(store, key))?.indicator.changed))
  expect(instants).toEqual([MOMENT, MOMENT + 1, MOMENT + 2])
})

test('rejects carry file, position, value and reason', async () => {
  const { store, clock } = await storeWithClock()
  const rejects: Reject[] = []
  const report = await importInputs(store, clock, [textInput('list', '203.0.113.1\n198.51.100.0/24\n')], {
    onReject: (reject) => void rejects.push(reject)
  })
  expect(rejects).toMatchObject([{ file: 'list', position: 'line 2', value: '198.51.100.0/24', reason: 'cidr' }])
  expect(report.files[0]?.reasons).toEqual({ cidr: 1 })
})

test('techniques that ATT&CK does not know are rejected', async () => {
  const { store, clock } = await storeWithClock()
  const report = await importInputs(store, clock, [textInput('list', 'T1059.001\nT9999\n')])
  expect(report.files[0]).toMatchObject({ accepted: 1, reasons: { unknown_technique: 1 } })
})

test('a port beside a value is kept as context', async () => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('list', '203.0.113.1:8443\n')])
  expect((await stored(store, IP))?.indicator.context.ports).toEqual([8443])
})

test('a URL that no rule could match alone is kept with its reason', async () => {
  const { store, clock } = await storeWithClock()
  await importInputs(store, clock, [textInput('list', 'http://host.example/?\nhttp://host.example/??*\n')])
  const view = await store.view()
  const stats = await view.stats()
  await view.close()
  expect(stats.byNoRule.too_broad).toBe(1)
})

test('a broken input ends itself, not the run; what was readable counts', async () => {
  const { store, clock } = await storeWithClock()
  const whole = textInput('whole', '203.0.113.2\n')
  const truncated = textInput(
    'cut',
    '{"query_status":"ok","data":[{"ioc":"203.0.113.1:80","ioc_type":"ip:port","threat_type":"botnet_cc","malware":"win.x","malware_printable":"X","confidence_level":75,"first_seen":"2026-05-01 00:00:00 UTC"},{"ioc":"203.'
  )
  const report = await importInputs(store, clock, [truncated, whole])
  expect(report.files[0]?.problem?.code).toBe('input_truncated')
  expect(report.files[0]).toMatchObject({ accepted: 1, new: 1 })
  expect(report.files[1]).toMatchObject({ accepted: 1, new: 1 })
})

test('a dry run says the same and writes nothing', async () => {
  const { store, clock } = await storeWithClock()
  const before = await store.state()
  const list = textInput('list', '203.0.113.1\nevil.example\n')
  const dry = await importInputs(store, clock, [list], { dryRun: true })
  expect(dry.totals).toMatchObject({ accepted: 2, new: 2 })
  expect(await store.state()).toEqual(before)
})

test('of feeds that are taken whole or not at all, a broken input changes nothing', async () => {
  const { store, clock } = await storeWithClock()
  const table = (...rows: readonly string[]): string => ['indicator,threat', ...rows, ''].join('\n')
  const broken: IngestInput = {
    ...textInput('partner', table('203.0.113.1,botnet', '203.0.113.2,botnet')),
    async *open() {
      yield new TextEncoder().encode(table('203.0.113.1,botnet', '203.0.113.2,botnet'))
      throw new Problem('fetch_truncated', 'cut off')
    }
  }
  const whole = textInput('partner', table('203.0.113.1,botnet', '203.0.113.1,phishing'))
  const options = { feed: 'partner', onlyWhole: true }
  await importInputs(store, clock, [whole], options)
  const before = await store.state()
  const report = await importInputs(store, clock, [broken], options)
  expect(report.totals).toMatchObject({ accepted: 2, new: 0, changed: 0, unchanged: 0 })
  expect(await store.state()).toEqual(before)
  expect((await importInputs(store, clock, [broken, textInput('more', '203.0.113.3\n')], options)).totals.new).toBe(1)
})

test('problems of the machine end the run', async () => {
  const { store, clock } = await storeWithClock()
  const full = {
    ...textInput('full'),
    // eslint-disable-next-line require-yield
    async *open(): AsyncGenerator<Uint8Array> {
      throw new Problem('disk_full', 'There is no room left.')
    }
  }
  await expect(importInputs(store, clock, [full])).rejects.toThrow('There is no room left.')
})

test('first seen is what the source says, else what the caller says', async () => {
  const { store, clock } = await storeWithClock()
  const table = textInput('t', 'indicator,first_seen\n203.0.113.1,2026-05-01 12:00:00\n203.0.113.2,\n')
  await importInputs(store, clock, [table], { defaults: { firstSeen: 1_000_000_000 } })
  expect((await stored(store, IP))?.indicator.firstSeen).toBe(Date.UTC(2026, 4, 1, 12) / 1_000)
  const other = await stored(store, { kind: 'ipv4', value: '203.0.113.2' })
  expect(other?.indicator.firstSeen).toBe(1_000_000_000)
})

test('a removed indicator returns with its next sighting, as a change', async () => {
  const { store, clock } = await storeWithClock()
  const list = textInput('list', '203.0.113.1\n')
  await importInputs(store, clock, [list])
  await store.write(async (transaction) => {
    const [row] = await transaction.find([IP])
    if (row !== undefined)
      await transaction.remove(row.row, { reason: 'removed', why: 'benign' }, await transaction.stamp(1))
  })
  const report = await importInputs(store, clock, [list])
  expect(report.totals).toMatchObject({ changed: 1, new: 0 })
  expect((await stored(store, IP))?.removed).toBeUndefined()
})

test('an older copy of a feed does not end what a newer one saw', async () => {
  const { store, clock } = await storeWithClock()
  const csv = (day: string): string => `indicator,last_seen\n203.0.113.1,${day}\n`
  const lifeOf = (feed: string) =>
    Promise.resolve(
      feedLife({ feed, pace: { by: 'calendar' }, lifetimeDays: 30, longestLookback: 365, now: clock.now() })
    )
  const options = { feed: 'Partner', lifeOf }
  const fresh = await importInputs(store, clock, [textInput('new.csv', csv('2026-05-16'))], options)
  expect(fresh.totals).toMatchObject({ new: 1, expired: 0 })
  const older = await importInputs(store, clock, [textInput('old.csv', csv('2026-01-01'))], options)
  expect(older.totals).toMatchObject({ unchanged: 1, expired: 0 })
  expect((await stored(store, IP))?.removed).toBeUndefined()
})

test('what is past its lifetime when it is read is stored as expired, and reading it again does not return it', async () => {
  const { store, clock } = await storeWithClock()
  const input = textInput('old.csv', 'indicator,last_seen\n203.0.113.1,2026-01-01\n')
  const lifeOf = (feed: string) =>
    Promise.resolve(
      feedLife({ feed, pace: { by: 'calendar' }, lifetimeDays: 30, longestLookback: 365, now: clock.now() })
    )
  const first = await importInputs(store, clock, [input], { lifeOf })
  expect(first.totals).toMatchObject({ accepted: 1, new: 0, expired: 1 })
  expect(await stored(store, IP)).toMatchObject({ reason: 'expired', sources: [] })
  const { position } = await store.state()
  await importInputs(store, clock, [input], { lifeOf })
  expect((await store.state()).position).toBe(position)
})
