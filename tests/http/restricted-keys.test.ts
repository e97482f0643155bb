import { describe, expect, test } from 'vitest'
import { ageIndicators } from '../../src/app/age-indicators.ts'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { addToGuard } from '../../src/app/guard/guard-edits.ts'
import { guardOf } from '../../src/app/guard/load-guard.ts'
import { READ_SCOPE } from '../../src/app/keys.ts'
import { recheckGuard } from '../../src/app/guard/recheck-guard.ts'
import { withdrawFeed } from '../../src/app/withdraw-feed.ts'
import { OPERATIONS } from '../../src/http/operations.ts'
import { ruleId } from '../../src/indicator/rule-id.ts'
import { acting } from '../support/acting.ts'
import { defaultSettings } from '../support/settings.ts'
import { unzipped } from '../support/unzipped.ts'
import { type Asked, errorOf, idsOf, nextPageOf, nextSinceOf } from './ask.ts'
import { CHANGES, linesOf, nextOf, shortOf } from './change-lines.ts'
import { startServer, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'
const IOCS = '/api/v1/iocs'
const TAXII = '/api/taxii2/api/collections/all'

/** Said by both feeds, by the open one alone, and by the hidden one alone. */
const [BOTH, OPEN, HIDDEN] = ['198.51.100.1', '198.51.100.2', '198.51.100.3'] as const

const idOf = (value: string): string => ruleId('ipv4', value)

const table = (rows: readonly (readonly [value: string, ...said: readonly string[]])[]): string =>
  ['indicator,confidence,first_seen,malware_family,tlp', ...rows.map((row) => row.join(',')), ''].join('\n')

const importOpen = async (server: TestServer, ...values: readonly string[]): Promise<void> =>
  server.importText('Alpha', table(values.map((value) => [value, 'low', '2026-05-10', 'Mirai', 'green'])))

const importHidden = async (server: TestServer, ...values: readonly string[]): Promise<void> =>
  server.importText('Bureau', table(values.map((value) => [value, 'high', '2026-05-01', 'Zeus', 'red'])))

const filled = async (): Promise<TestServer> => {
  const server = await startServer()
  await importHidden(server, BOTH, HIDDEN)
  server.clock.set(server.clock.now() + 3_600_000_000)
  await importOpen(server, BOTH, OPEN)
  return server
}

/** In how many ways a key is kept from the second feed. */
const RESTRICTIONS = [
  { feeds: ['Alpha'] },
  { maxTlp: 'green' },
  { maxTlp: 'amber', feeds: ['Alpha', 'Other'] }
] as const

const WORDS = ['Bureau', 'Zeus', HIDDEN, idOf(HIDDEN)]

const TERMS = { mode: 'block', why: undefined, until: undefined } as const

const expectNothingHidden = async (answer: Asked): Promise<void> => {
  const isArchive = answer.headers['content-type'] === 'application/zip'
  const texts = isArchive ? [...(await unzipped(answer.bytes)).values()] : [answer.text]
  const shown = [...texts, JSON.stringify(answer.headers)].join('\n')
  expect(WORDS.filter((word) => shown.includes(word))).toEqual([])
}

/** What is asked of every operation that reads indicators, by its path. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  [IOCS]: [
    '',
    '?format=csv',
    '?format=csv&raw=1',
    '?format=txt',
    '?since=2026-05-01',
    '?confidence=high',
    '?confidence=low'
  ].map((query) => `${IOCS}${query}`),
  [SIGMA]: ['', '?since=2026-05-01', '?group=2', '?as_of=2026-05-17T10:30:00Z', '?confidence=high'].map(
    (query) => `${SIGMA}${query}`
  ),
  [CHANGES]: ['', '?since=2026-05-01', '?group=2'].map((query) => `${CHANGES}${query}`),
  [`${SIGMA}/manifest`]: ['', '?group=2'].map((query) => `${SIGMA}/manifest${query}`),
  [`${SIGMA}/{rule_id}`]: [BOTH, OPEN].map((value) => `${SIGMA}/${idOf(value)}`),
  [`${SIGMA}/{rule_id}/why`]: [BOTH, OPEN].map((value) => `${SIGMA}/${idOf(value)}/why`),
  [`${IOCS}/stix`]: [`${IOCS}/stix`],
  '/api/v1/bundles/{target}': ['splunk', 'sentinel', 'elastic', 'qradar'].flatMap((target) => [
    `/api/v1/bundles/${target}`,
    `/api/v1/bundles/${target}?since=2026-05-17`
  ]),
  '/api/v1/plan': ['splunk', 'sentinel', 'elastic', 'qradar'].map((target) => `/api/v1/plan?target=${target}`),
  '/api/v1/pipelines': ['/api/v1/pipelines'],
  '/api/v1/pipelines/{name}': ['/api/v1/pipelines/splunk-cim'],
  '/api/taxii2/': ['/api/taxii2/'],
  '/taxii2/': ['/taxii2/'],
  '/api/taxii2/api/': ['/api/taxii2/api/'],
  '/api/taxii2/api/collections/': ['/api/taxii2/api/collections/'],
  '/api/taxii2/api/collections/{collection}/': [`${TAXII}/`],
  '/api/taxii2/api/collections/{collection}/manifest/': [`${TAXII}/manifest/`],
  '/api/taxii2/api/collections/{collection}/objects/': [
    `${TAXII}/objects/`,
    `${TAXII}/objects/?added_after=2026-05-01T00:00:00Z`
  ],
  '/api/taxii2/api/collections/{collection}/objects/{object}/': [`${TAXII}/objects/indicator--${idOf(BOTH)}/`],
  '/api/taxii2/api/collections/{collection}/objects/{object}/versions/': [
    `${TAXII}/objects/indicator--${idOf(BOTH)}/versions/`
  ]
}

describe('a restricted key', () => {
  test('has a question for every operation that reads indicators', () => {
    const reading = OPERATIONS.flatMap(({ path, security }) =>
      security !== 'open' && security.scope === READ_SCOPE ? [path] : []
    )
    expect(Object.keys(QUESTIONS).sort()).toEqual([...reading].sort())
  })

  test.each(RESTRICTIONS)('held to %j is shown nothing of other sources by any operation', async (restriction) => {
    const server = await filled()
    const key = await server.keyWith(restriction)
    for (const path of Object.values(QUESTIONS).flat()) {
      const answer = await server.ask(path, { key })
      expect([path, answer.status]).toEqual([path, 200])
      await expectNothingHidden(answer)
    }
  })

  test('gets the rules that its sources alone would give', async () => {
    const server = await filled()
    const alone = await startServer()
    alone.clock.set(server.clock.now())
    await importOpen(alone, BOTH, OPEN)
    const key = await server.keyWith({ feeds: ['Alpha'] })
    for (const path of [SIGMA, `${SIGMA}?confidence=low`, `${SIGMA}?confidence=high,medium`, `${SIGMA}?type=domain`]) {
      const [seen, expected] = [await server.ask(path, { key }), await alone.ask(path)]
      expect(seen.text).toBe(expected.text)
      expect(seen.headers['x-rule-count']).toBe(expected.headers['x-rule-count'])
    }
    const listed = await server.ask(IOCS, { key })
    expect(JSON.parse(listed.text)).toMatchObject({
      meta: { total: 2 },
      data: [
        { value: OPEN, confidence: 'low' },
        { value: BOTH, confidence: 'low', source: { feed_name: 'Alpha' }, sources: [{ feed_name: 'Alpha' }] }
      ]
    })
    expect((JSON.parse((await server.ask(`${IOCS}?limit=1`)).text) as { meta: unknown }).meta).toMatchObject({
      total: 3
    })
  })

  test('is told of a value that it may not see no more than of one that is not there', async () => {
    const server = await filled()
    const key = await server.keyWith({ maxTlp: 'amber-strict' })
    const shown = ({ status, text }: Asked): readonly unknown[] => [
      status,
      text.replaceAll(idOf(HIDDEN), unknown).replaceAll(/req_[0-9a-f]+/g, '')
    ]
    const unknown = '143664e6-70c5-5a68-b4a6-68e639d6e1ed'
    for (const path of [`${SIGMA}/ID`, `${SIGMA}/ID/why`, `${TAXII}/objects/indicator--ID/`]) {
      const [hidden, absent] = [
        await server.ask(path.replace('ID', idOf(HIDDEN)), { key }),
        await server.ask(path.replace('ID', unknown), { key })
      ]
      expect(hidden.status).toBe(404)
      expect(shown(hidden)).toEqual(shown(absent))
    }
  })

  test('whose sources say something else is told so, also where another one says more', async () => {
    const server = await filled()
    const key = await server.keyWith({ feeds: ['Alpha'] })
    const first = await server.ask(SIGMA, { key })
    await server.importText('Alpha', table([[BOTH, 'medium', '2026-05-10', 'Mirai', 'green']]))
    const poll = await server.ask(`${SIGMA}?since=${nextSinceOf(first)}`, { key })
    expect(idsOf(poll)).toEqual([idOf(BOTH)])
    expect(poll.text).toContain('level: medium')
  })

  test('learns from the changes feed what left its sight, and nothing of what never was in it', async () => {
    const server = await filled()
    const key = await server.keyWith({ maxTlp: 'green' })
    const started = await server.ask(CHANGES, { key })
    expect(linesOf(started).map(shortOf)).toEqual([`put ${BOTH} new`, `put ${OPEN} new`])
    await withdrawFeed(server.store, 'Alpha')
    await withdrawFeed(server.store, 'Bureau')
    const after = await server.ask(nextOf(started), { key })
    expect(linesOf(after).map(shortOf)).toEqual([`remove ${BOTH} left_filter`, `remove ${OPEN} withdrawn`])
    await expectNothingHidden(after)
    const everything = await server.ask(`${CHANGES}?since=2026-05-01`)
    expect(linesOf(everything).map(({ indicator }) => indicator.value)).toContain(HIDDEN)
  })

  test('is told that a rule left when its level rose, and that it came when the level fell', async () => {
    const server = await filled()
    const key = await server.keyWith({ maxTlp: 'green' })
    let next = nextOf(await server.ask(CHANGES, { key }))
    const lines: string[] = []
    for (const level of ['amber', 'red', 'clear']) {
      await server.importText('Alpha', table([[OPEN, 'low', '2026-05-10', 'Mirai', level]]))
      const answer = await server.ask(next, { key })
      lines.push(...linesOf(answer).map(shortOf))
      next = nextOf(answer)
    }
    expect(lines).toEqual([`remove ${OPEN} left_filter`, `put ${OPEN} returned`])
  })

  test('is told that a value is new whatever became of it before in the words of others, or at a stricter level', async () => {
    const server = await startServer()
    await importHidden(server, HIDDEN, OPEN)
    await withdrawFeed(server.store, 'Bureau')
    await server.importText('Alpha', table([[BOTH, 'low', '2026-05-10', 'Mirai', 'amber']]))
    const key = await server.keyWith({ maxTlp: 'green' })
    const started = await server.ask(CHANGES, { key })
    await importOpen(server, OPEN, BOTH)
    const after = await server.ask(nextOf(started), { key })
    expect(linesOf(after).map(shortOf).sort()).toEqual([`put ${BOTH} new`, `put ${OPEN} new`])
    for (const value of [BOTH, OPEN]) {
      const why = await server.ask(`${SIGMA}/${idOf(value)}/why`, { key })
      expect(JSON.parse(why.text)).toMatchObject({ reason: 'new' })
    }
    expect(JSON.parse((await server.ask(`${SIGMA}/${idOf(OPEN)}/why`)).text)).toMatchObject({ reason: 'returned' })
  })

  test('is told that a value returned, whether or not others said it meanwhile', async () => {
    const server = await filled()
    const key = await server.keyWith({ feeds: ['Alpha'] })
    await withdrawFeed(server.store, 'Alpha')
    const left = await server.ask(CHANGES, { key })
    await importOpen(server, BOTH, OPEN)
    const after = await server.ask(nextOf(left), { key })
    expect(linesOf(after).map(shortOf)).toEqual([`put ${BOTH} returned`, `put ${OPEN} returned`])
    const why = await server.ask(`${SIGMA}/${idOf(BOTH)}/why`, { key })
    expect(JSON.parse(why.text)).toMatchObject({ reason: 'returned' })
  })

  test('gets a delta that takes away what left its sight', async () => {
    const server = await filled()
    const key = await server.keyWith({ feeds: ['Alpha'] })
    const whole = await server.ask('/api/v1/bundles/splunk', { key })
    expect(whole.headers['x-row-count']).toBe('2')
    await withdrawFeed(server.store, 'Alpha')
    const delta = await server.ask(`/api/v1/bundles/splunk?since=${nextSinceOf(whole)}`, { key })
    expect([delta.headers['x-row-count'], delta.headers['x-removal-count']]).toEqual(['0', '2'])
    await expectNothingHidden(delta)
  })

  test('reads in a collection that an object ended when it left its sight', async () => {
    const server = await filled()
    const key = await server.keyWith({ feeds: ['Alpha'] })
    const objects = `${TAXII}/objects/`
    const last = String((await server.ask(objects, { key })).headers['x-taxii-date-added-last'])
    await withdrawFeed(server.store, 'Alpha')
    const answer = await server.ask(`${objects}?added_after=${last}`, { key })
    const found = (JSON.parse(answer.text) as { objects: readonly { name: string; valid_until?: string }[] }).objects
    expect(found.map(({ name, valid_until: until }) => [name, until === undefined])).toEqual([
      [expect.stringContaining(BOTH), false],
      [expect.stringContaining(OPEN), false]
    ])
    await expectNothingHidden(answer)
  })

  test('reads the reasons of a removal in words that name no feed', async () => {
    const server = await filled()
    const key = await server.keyWith({ feeds: ['Alpha'] })
    await removeIndicator(acting(server.store), OPEN, 'Bureau says that it is benign')
    const why = await server.ask(`${SIGMA}/${idOf(OPEN)}/why`, { key })
    expect(JSON.parse(why.text)).toMatchObject({
      reason: 'removed',
      removed: { why: 'it was removed by hand' },
      sources: []
    })
    await expectNothingHidden(why)
    const rule = await server.ask(`${SIGMA}/${idOf(OPEN)}`, { key })
    expect(rule.status).toBe(404)
    await expectNothingHidden(rule)
  })

  test('reads that a value expired, and nothing of one that others still said then', async () => {
    const server = await filled()
    const key = await server.keyWith({ feeds: ['Alpha'] })
    server.clock.set(server.clock.now() + 200 * 86_400_000_000)
    await ageIndicators({ store: server.store, settings: await defaultSettings(), clock: server.clock })
    const why = await server.ask(`${SIGMA}/${idOf(OPEN)}/why`, { key })
    expect(JSON.parse(why.text)).toMatchObject({ reason: 'expired', sources: [] })
    expect((await server.ask(`${SIGMA}/${idOf(BOTH)}/why`)).text).toContain('Bureau')
    expect((await server.ask(`${SIGMA}/${idOf(BOTH)}/why`, { key })).status).toBe(404)
  })

  test('counts what the guard stops among what it may see alone', async () => {
    const server = await filled()
    const settings = await defaultSettings()
    await addToGuard(acting(server.store), BOTH, TERMS)
    await addToGuard(acting(server.store), HIDDEN, TERMS)
    await recheckGuard(server.store, guardOf(server.store, settings, server.clock))
    const key = await server.keyWith({ feeds: ['Alpha'] })
    const [seen, all] = [await server.ask(SIGMA, { key }), await server.ask(SIGMA)]
    expect([seen.headers['x-rules-withheld'], all.headers['x-rules-withheld']]).toEqual(['1', '2'])
  })

  test('gets full pages where more follows, also where most is hidden', async () => {
    const server = await startServer()
    const values = Array.from({ length: 600 }, (_, index) => `198.18.${index >> 8}.${index & 255}`)
    await importHidden(server, ...values)
    const shown = values.filter((_, index) => index % 50 === 0)
    await importOpen(server, ...shown)
    const key = await server.keyWith({ maxTlp: 'clear', feeds: ['Alpha'] })
    expect((await server.ask(SIGMA, { key })).headers['x-rule-count']).toBe('0')
    const green = await server.keyWith({ maxTlp: 'green' })
    const ids: string[] = []
    const sizes: number[] = []
    for (let next: string | undefined = `${SIGMA}?limit=5`; next !== undefined; ) {
      const page: Asked = await server.ask(next, { key: green })
      sizes.push(idsOf(page).length)
      ids.push(...idsOf(page))
      next = nextPageOf(page)
    }
    expect(sizes).toEqual([5, 5, 2])
    expect(ids.sort()).toEqual(shown.map(idOf).sort())
  })
})

describe('what is shared between keys', () => {
  test('a cursor of a key leads no further with another that is restricted otherwise', async () => {
    const server = await filled()
    const [alpha, green] = [await server.keyWith({ feeds: ['Alpha'] }), await server.keyWith({ maxTlp: 'green' })]
    const again = await server.keyWith({ feeds: ['Alpha', 'Alpha'] })
    for (const path of [
      `${SIGMA}?limit=1`,
      `${IOCS}?limit=1`,
      `${SIGMA}?group=1&limit=1`,
      CHANGES,
      `${CHANGES}?group=1`
    ]) {
      const next = nextPageOf(await server.ask(path, { key: alpha })) ?? path
      expect((await server.ask(next, { key: again })).status).toBe(200)
      for (const other of [green, server.pro]) {
        const refused = await server.ask(next, { key: other })
        expect([path, refused.status]).toEqual([path, 400])
        expect(errorOf(refused.text).message).toContain('another key')
      }
    }
    const page = JSON.parse((await server.ask(`${TAXII}/objects/?limit=1`, { key: alpha })).text) as { next: string }
    const refused = await server.ask(`${TAXII}/objects/?limit=1&next=${page.next}`)
    expect(refused.status).toBe(400)
  })

  test('an answer of a key is not taken for that of another', async () => {
    const server = await filled()
    const keys = [server.pro, await server.keyWith({ feeds: ['Alpha'] }), await server.keyWith({ maxTlp: 'green' })]
    for (const path of [SIGMA, IOCS, `${SIGMA}?group=2`, `${IOCS}/stix`, '/api/v1/bundles/elastic']) {
      const tags = await Promise.all(keys.map(async (key) => (await server.ask(path, { key })).headers.etag))
      expect(new Set(tags).size).toBe(keys.length)
      for (const [index, key] of keys.entries()) {
        const kept = await server.ask(path, { key, headers: { 'if-none-match': tags.join(', ') } })
        const other = await server.ask(path, { key, headers: { 'if-none-match': String(tags[(index + 1) % 3]) } })
        expect([kept.status, other.status]).toEqual([304, 200])
      }
    }
  })

  test('grouped rules of keys that see different members have different ids', async () => {
    const server = await filled()
    const open = await server.ask(`${SIGMA}?group=500`, { key: await server.keyWith({ feeds: ['Alpha'] }) })
    const [first] = idsOf(open)
    expect(idsOf(await server.ask(`${SIGMA}?group=500`))).not.toContain(first)
    await expectNothingHidden(open)
  })

  test('a bundle says to which sources it was held', async () => {
    const server = await filled()
    const key = await server.keyWith({ feeds: ['Alpha'], maxTlp: 'green' })
    const manifestOf = async (asked: Asked): Promise<unknown> => {
      const text = (await unzipped(asked.bytes)).get('bundle.json') ?? ''
      return JSON.parse((JSON.parse(text) as { filters: string }).filters)
    }
    expect(await manifestOf(await server.ask('/api/v1/bundles/splunk', { key }))).toMatchObject({
      tlp: 'green',
      feeds: ['Alpha']
    })
    expect(await manifestOf(await server.ask('/api/v1/bundles/splunk'))).not.toHaveProperty('tlp')
  })
})
