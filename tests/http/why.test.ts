import { describe, expect, test } from 'vitest'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { addToGuard } from '../../src/app/guard/guard-edits.ts'
import { guardOf } from '../../src/app/guard/load-guard.ts'
import { recheckGuard } from '../../src/app/guard/recheck-guard.ts'
import { ruleId } from '../../src/indicator/rule-id.ts'
import { defaultSettings } from '../support/settings.ts'
import { errorOf, idsOf, nextPageOf, nextSinceOf, type Asked } from './ask.ts'
import { addresses, startServer, withTier } from './test-server.ts'
import { acting } from '../support/acting.ts'

const SIGMA = '/api/v1/iocs/sigma'
const ADDRESS = '198.51.100.1'
const WHY = `${SIGMA}/${ruleId('ipv4', ADDRESS)}/why`

const jsonOf = ({ text }: Asked): unknown => JSON.parse(text)

describe('why', () => {
  test('names the sources of a rule, what makes its confidence, since when and until when', async () => {
    const server = await startServer()
    await server.importText('Alpha', `indicator,confidence,first_seen\n${ADDRESS},low,2026-05-01T00:00:00Z\n`)
    server.clock.set(server.clock.now() + 86_400_000_000)
    await server.importText('Beta', `indicator,confidence,threat_type\n${ADDRESS},high,botnet_cc\n`)
    const answer = await server.ask(WHY)
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(jsonOf(answer)).toMatchObject({
      rule_id: ruleId('ipv4', ADDRESS),
      type: 'ipv4',
      value: ADDRESS,
      rule: {
        title: `SOC Defenders IOC - Malicious IP ${ADDRESS}`,
        level: 'high',
        tags: ['attack.command-and-control']
      },
      no_rule: null,
      confidence: { level: 'high', feeds: ['Beta'] },
      added: '2026-05-17T10:00:00.000000Z',
      changed: '2026-05-18T10:00:00.000000Z',
      reason: 'changed',
      removed: null,
      until: '2026-07-17',
      until_is_earliest: false,
      sources: [
        {
          feed: 'Alpha',
          confidence: 'low',
          first_seen: '2026-05-01T00:00:00Z',
          last_seen: '2026-05-17',
          until: '2026-06-16'
        },
        { feed: 'Beta', confidence: 'high', first_seen: null, last_seen: '2026-05-18', until: '2026-07-17' }
      ]
    })
  })

  test('names the entries of the guard, those that only inform included', async () => {
    const server = await startServer()
    await server.import(ADDRESS)
    expect(jsonOf(await server.ask(WHY))).toMatchObject({
      rule: { level: 'medium' },
      guard: [{ mode: 'inform', entry: '198.51.100.0/24', until: null }]
    })
    const terms = { mode: 'block', why: 'our scanner', until: undefined } as const
    await addToGuard(acting(server.store, server.clock), ADDRESS, terms)
    await recheckGuard(server.store, guardOf(server.store, await defaultSettings(), server.clock))
    const guarded = await server.ask(WHY)
    expect(guarded.text).toContain(`(guarded; added by hand: ${ADDRESS})`)
    expect(jsonOf(guarded)).toMatchObject({
      rule: null,
      reason: 'guarded',
      guard: [{ list: 'added by hand', mode: 'block', entry: ADDRESS, why: 'our scanner' }, { mode: 'inform' }]
    })
  })

  test('tells when and why a rule went', async () => {
    const server = await startServer()
    await server.import(ADDRESS)
    await removeIndicator(acting(server.store), ADDRESS, 'a customer of ours')
    expect(jsonOf(await server.ask(WHY))).toMatchObject({
      rule: null,
      reason: 'removed',
      removed: { at: '2026-05-17T10:00:00.000001Z', why: 'a customer of ours' },
      until: null,
      sources: []
    })
  })

  test('of an id that nobody knows is not found', async () => {
    const server = await startServer()
    const { status, text } = await server.ask(WHY)
    expect([status, errorOf(text).code]).toEqual([404, 'not_found'])
  })
})

const lines = ({ text }: Asked): readonly Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('the manifest', () => {
  test('has a line of context for each rule of the export', async () => {
    const server = await startServer()
    await server.importText(
      'Feed',
      `indicator,confidence,threat_type,malware,tlp\n${ADDRESS},high,botnet_cc,Emotet,amber\nhttp://evil.example/a,low,,,\n`
    )
    const manifest = await server.ask(`${SIGMA}/manifest`)
    expect(lines(manifest).map(({ rule_id: id }) => id)).toEqual(idsOf(await server.ask(SIGMA)))
    expect(lines(manifest)[1]).toEqual({
      rule_id: ruleId('ipv4', ADDRESS),
      type: 'ipv4',
      value: ADDRESS,
      title: `SOC Defenders IOC - Malicious IP ${ADDRESS}`,
      level: 'high',
      confidence: 'high',
      threat_types: ['botnet_cc'],
      malware_families: ['Emotet'],
      actors: [],
      ports: [],
      tlp: 'amber',
      feeds: [
        { feed: 'Feed', first_seen: null, last_seen: '2026-05-17', until: '2026-07-16', until_is_earliest: false }
      ],
      since: '2026-05-17T10:00:00.000000Z',
      changed: '2026-05-17T10:00:00.000000Z',
      until: '2026-07-16',
      until_is_earliest: false,
      why: WHY
    })
    expect((await server.ask(String(lines(manifest)[1]?.['why']))).status).toBe(200)
  })

  test('is filtered, paged and polled as the export is, and kept by nobody', async () => {
    const server = await startServer()
    await server.import(...addresses(3), 'evil.example')
    const first = await server.ask(`${SIGMA}/manifest?type=ipv4&limit=2`)
    expect([lines(first).length, first.headers['x-rule-count']]).toEqual([2, '2'])
    const second = await server.ask(nextPageOf(first) ?? '')
    expect([lines(second).length, nextPageOf(second)]).toEqual([1, undefined])
    const poll = await server.ask(`${SIGMA}/manifest?since=${nextSinceOf(first)}`)
    expect([poll.status, poll.text]).toEqual([200, ''])
    expect(first.headers['cache-control']).toBe('private, no-store')
    expect(first.headers).not.toHaveProperty('etag')
    expect((await server.ask(`${SIGMA}/manifest`, { headers: { 'if-none-match': '*' } })).status).toBe(200)
  })

  test('needs the Sigma export, as its rules do', async () => {
    const server = await startServer({ settings: withTier('free', { lookbackDays: 365 }) })
    const { status } = await server.ask(`${SIGMA}/manifest`, { key: server.free })
    expect(status).toBe(403)
  })
})
