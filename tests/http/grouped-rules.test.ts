import { loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { acting } from '../support/acting.ts'
import { ask, idsOf, nextPageOf, nextSinceOf, type Asked } from './ask.ts'
import { addresses, startServer, withTier, type TestServer } from './test-server.ts'

const PATH = '/api/v1/iocs/sigma'
const URLS = Array.from({ length: 30 }, (_, index) => `http://h${index}.example/path-${index}`)
const DOMAINS = Array.from({ length: 40 }, (_, index) => `d${index}.example`)

const startFilled = async (): Promise<TestServer> => {
  const server = await startServer()
  await server.import(...addresses(120), ...URLS, ...DOMAINS, 'http://broad.example/?*')
  return server
}

interface Rule {
  readonly id: string
  readonly title: string
  readonly level: string
  readonly detection: { readonly selection: unknown }
}

const rulesIn = ({ text }: Asked): readonly Rule[] => loadAll(text) as Rule[]

/** Every page of an answer, following its Link headers. */
const allPages = async (server: TestServer, query: string): Promise<readonly Asked[]> => {
  const pages = [await server.ask(`${PATH}?${query}`)]
  for (;;) {
    const next = nextPageOf(pages.at(-1) as Asked)
    if (next === undefined) return pages
    pages.push(await server.ask(next))
  }
}

/** The value that the rule of each indicator looks for stands in the group's rule. */
const holds = (rules: readonly Rule[], value: string): number =>
  rules.filter(({ detection }) => JSON.stringify(detection).includes(JSON.stringify(value))).length

describe('rules for groups', () => {
  test('hold every indicator exactly once, with few enough in each', async () => {
    const server = await startFilled()
    const answer = await server.ask(`${PATH}?group=20`)
    expect(answer.status).toBe(200)
    const rules = rulesIn(answer)
    expect(answer.headers).toMatchObject({
      'x-rule-count': String(rules.length),
      'x-rules-withheld': '1',
      'x-rule-group': '20',
      'content-type': 'application/yaml; charset=utf-8'
    })
    for (const address of addresses(120)) expect(holds(rules, address)).toBe(1)
    for (const domain of DOMAINS) expect(holds(rules, domain)).toBe(1)
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(new Set(rules.map(({ title }) => title)).size).toBe(rules.length)
  })

  test('are few where each kind has the size that suits it', async () => {
    const server = await startFilled()
    const answer = await server.ask(`${PATH}?group=auto`)
    expect(rulesIn(answer).map(({ title }) => title.replace(/ \(.*/, ''))).toEqual([
      'SOC Defenders IOC - Malicious IPs',
      'SOC Defenders IOC - Malicious Domains',
      'SOC Defenders IOC - Malicious URLs'
    ])
    expect(answer.headers['x-rule-group']).toBe('auto')
    expect(idsOf(await server.ask(`${PATH}?group=500&type=ipv4,domain`))).toEqual(idsOf(answer).slice(0, 2))
  })

  test('come in pages whose limit counts rules, and together are the whole', async () => {
    const server = await startFilled()
    const whole = await server.ask(`${PATH}?group=7`)
    const pages = await allPages(server, 'group=7&limit=4')
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.flatMap(idsOf)).toEqual(idsOf(whole))
    expect(pages.map(({ headers }) => Number(headers['x-rule-count'])).slice(0, -1)).toEqual(
      pages.slice(1).map(() => 4)
    )
    const withheld = pages.map(({ headers }) => Number(headers['x-rules-withheld']))
    expect(withheld.reduce((sum, count) => sum + count)).toBe(1)
    expect(new Set(pages.map(nextSinceOf)).size).toBe(1)
  })

  test('stay where they are when the store grows between two pages', async () => {
    const server = await startFilled()
    const first = await server.ask(`${PATH}?group=7&limit=4&type=domain`)
    await server.import(...Array.from({ length: 40 }, (_, index) => `later${index}.example`))
    const next = await server.ask(nextPageOf(first) ?? '')
    expect(next.status).toBe(200)
    expect(nextSinceOf(next)).toBe(nextSinceOf(first))
    expect(idsOf(next).filter((id) => idsOf(first).includes(id))).toEqual([])
  })

  test('of a new indicator change in one rule, which a poll gives alone', async () => {
    const server = await startFilled()
    const before = await server.ask(`${PATH}?group=50`)
    const since = nextSinceOf(before)
    const quiet = await server.ask(`${PATH}?group=50&since=${since}`)
    expect(quiet.headers['x-rule-count']).toBe('0')
    expect(quiet.text).toMatch(/^#/)
    await server.import('one-more.example')
    const poll = await server.ask(`${PATH}?group=50&since=${since}`)
    expect(poll.headers['x-rule-count']).toBe('1')
    const [rule] = rulesIn(poll)
    expect(holds([rule as Rule], 'one-more.example')).toBe(1)
    expect(idsOf(before)).toContain(rule?.id)
    const after = await server.ask(`${PATH}?group=50`)
    expect(rulesIn(after).find(({ id }) => id === rule?.id)).toEqual(rule)
  })

  test('of a removed indicator look for it no longer', async () => {
    const server = await startFilled()
    const since = nextSinceOf(await server.ask(`${PATH}?group=auto`))
    await removeIndicator(acting(server.store), 'd7.example', 'a mistake')
    const poll = await server.ask(`${PATH}?group=auto&since=${since}`)
    expect(poll.headers['x-rule-count']).toBe('1')
    expect(holds(rulesIn(poll), 'd7.example')).toBe(0)
    expect(holds(rulesIn(poll), 'd8.example')).toBe(1)
  })

  test('count those that give no rule since the last poll', async () => {
    const server = await startFilled()
    const since = nextSinceOf(await server.ask(`${PATH}?group=auto`))
    await server.import('http://broad2.example/?*')
    const poll = await server.ask(`${PATH}?group=auto&since=${since}`)
    expect(poll.headers).toMatchObject({ 'x-rule-count': '0', 'x-rules-withheld': '1' })
  })

  test('are all sent again where a lookback moves with the clock', async () => {
    const [shorter, longer] = [withTier('pro', { lookbackDays: 30 }), withTier('free', { lookbackDays: 60 })]
    const server = await startServer({ settings: (settings) => shorter(longer(settings)) })
    await server.import(...DOMAINS)
    const whole = await server.ask(`${PATH}?group=20`)
    const poll = await server.ask(`${PATH}?group=20&since=${nextSinceOf(whole)}`)
    expect(idsOf(poll)).toEqual(idsOf(whole))
  })

  test('have ids that the industry asked for is part of, and the type is not', async () => {
    const server = await startServer()
    await server.importText('feed', 'indicator,industry\na.example,energy\nb.example,energy\n')
    const ids = async (query: string): Promise<readonly string[]> => idsOf(await server.ask(`${PATH}?group=9&${query}`))
    const whole = await ids('confidence=medium')
    expect(await ids('type=domain')).toEqual(whole)
    expect(await ids('industry=energy')).toHaveLength(1)
    expect(await ids('industry=energy')).not.toEqual(whole)
  })

  test('are not sent again to who has them', async () => {
    const server = await startFilled()
    const { headers } = await server.ask(`${PATH}?group=auto`)
    const again = { headers: { 'if-none-match': String(headers['etag']) } }
    const unchanged = await server.ask(`${PATH}?group=auto`, again)
    expect(unchanged.status).toBe(304)
    expect(unchanged.headers['x-rule-group']).toBe('auto')
    expect((await server.ask(`${PATH}?group=100`, again)).status).toBe(200)
    expect((await server.ask(PATH, again)).status).toBe(200)
  })

  test('are saved as a file where that is asked for', async () => {
    const server = await startFilled()
    const { headers } = await server.ask(`${PATH}?group=auto&download=1`)
    expect(headers['content-disposition']).toBe('attachment; filename="soc_defenders_rules.yml"')
  })

  test('of nothing are a comment', async () => {
    const server = await startServer()
    const answer = await server.ask(`${PATH}?group=auto`)
    expect(answer.headers).toMatchObject({ 'x-rule-count': '0', 'x-rules-withheld': '0' })
    expect(answer.text).toMatch(/^# .*\n$/)
  })
})

describe('a request for groups is refused', () => {
  const refusal = async (query: string): Promise<string> => {
    const server = await startServer()
    const { status, text } = await ask(server.url, `${PATH}?${query}`, { key: server.pro })
    expect(status).toBe(400)
    return (JSON.parse(text) as { error: { message: string } }).error.message
  }

  test.each(['group=', 'group=0', 'group=007', 'group=10001', 'group=many', 'group=1.5'])('with %s', async (query) => {
    expect(await refusal(query)).toMatch(/^group/)
  })

  test('with a moment of the past', async () => {
    expect(await refusal('group=auto&as_of=2026-05-17')).toMatch(/^as_of .*leave as_of or group out/)
  })

  test('with the cursor of another walk, or what is none', async () => {
    const server = await startFilled()
    const first = await server.ask(`${PATH}?group=7&limit=4`)
    const cursor = new URL(nextPageOf(first) ?? '', server.url).searchParams.get('cursor') ?? ''
    for (const query of [
      `group=8&cursor=${cursor}`,
      `cursor=${cursor}`,
      `group=7&type=url&cursor=${cursor}`,
      'group=7&cursor=g00'
    ]) {
      expect((await server.ask(`${PATH}?${query}`)).status).toBe(400)
    }
    expect((await server.ask(`${PATH}?group=7&limit=9&cursor=${cursor}`)).status).toBe(200)
  })
})

describe('the manifest of groups', () => {
  test('names the members of each rule', async () => {
    const server = await startFilled()
    const answer = await server.ask(`${PATH}/manifest?group=auto&type=url`)
    expect(answer.headers).toMatchObject({ 'x-rule-count': '1', 'x-rule-group': 'auto' })
    const line = JSON.parse(answer.text) as { rule_id: string; members: readonly { value: string }[] }
    expect([line.rule_id]).toEqual(idsOf(await server.ask(`${PATH}?group=auto&type=url`)))
    expect(new Set(line.members.map(({ value }) => value))).toEqual(new Set(URLS))
    const none = await server.ask(`${PATH}/manifest?group=auto&type=email`)
    expect([none.status, none.text]).toEqual([200, ''])
  })
})
