import { describe, expect, test } from 'vitest'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { addToGuard } from '../../src/app/guard/guard-edits.ts'
import { guardOf } from '../../src/app/guard/load-guard.ts'
import { recheckGuard } from '../../src/app/guard/recheck-guard.ts'
import { ruleId } from '../../src/indicator/rule-id.ts'
import { defaultSettings } from '../support/settings.ts'
import { errorOf } from './ask.ts'
import { startServer, withTier, type TestServer } from './test-server.ts'
import { acting } from '../support/acting.ts'

const SIGMA = '/api/v1/iocs/sigma'
const ADDRESS = '198.51.100.1'
const ID = ruleId('ipv4', ADDRESS)
const PATH = `${SIGMA}/${ID}`

/** The refusal where there is no rule, in its parts. */
const missing = async (server: TestServer, key = server.pro): Promise<readonly [string, unknown]> => {
  const { status, text } = await server.ask(PATH, { key })
  expect(status).toBe(404)
  const { code, message, details } = errorOf(text)
  expect(code).toBe('not_found')
  return [message, details]
}

describe('one rule', () => {
  test('is the document that an export has', async () => {
    const server = await startServer()
    await server.import(ADDRESS)
    const rule = await server.ask(PATH)
    expect([rule.status, rule.headers['content-type']]).toEqual([200, 'application/yaml; charset=utf-8'])
    expect(rule.text).toBe((await server.ask(SIGMA)).text)
    expect((await server.ask(`${SIGMA}/${ID.toUpperCase()}`)).text).toBe(rule.text)
  })

  test('is answered with 304 until it changes', async () => {
    const server = await startServer()
    await server.import(ADDRESS)
    const headers = { 'if-none-match': (await server.ask(PATH)).headers.etag }
    expect((await server.ask(PATH, { headers })).status).toBe(304)
    await server.importFeed('Other', ADDRESS)
    expect((await server.ask(PATH, { headers })).status).toBe(200)
  })

  test('that nobody knows is not found', async () => {
    expect(await missing(await startServer())).toEqual([expect.stringContaining(ID), undefined])
  })

  test('that was removed is not found, with when and why', async () => {
    const server = await startServer()
    await server.import(ADDRESS)
    await removeIndicator(acting(server.store), ADDRESS, 'a customer of ours')
    expect(await missing(server)).toEqual([
      expect.stringMatching(/removed at 2026-05-17T10:00:00.000001Z.*: a customer of ours\.$/),
      { reason: 'removed', at: '2026-05-17T10:00:00.000001Z', why: 'a customer of ours' }
    ])
  })

  test('that the guard stops is not found, with the entry', async () => {
    const server = await startServer()
    await server.import(ADDRESS)
    const terms = { mode: 'block', why: 'our scanner', until: undefined } as const
    await addToGuard(acting(server.store, server.clock), ADDRESS, terms)
    await recheckGuard(server.store, guardOf(server.store, await defaultSettings(), server.clock))
    expect(await missing(server)).toEqual([
      expect.stringContaining(ADDRESS),
      { reason: 'guarded', guarded_by: `added by hand: ${ADDRESS}` }
    ])
  })

  test('outside the lookback of a tier is not found by its keys', async () => {
    const server = await startServer({ settings: withTier('free', { sigmaExport: true }) })
    await server.import(ADDRESS)
    server.clock.set(server.clock.now() + 3 * 86_400_000_000)
    expect(await missing(server, server.free)).toEqual([
      expect.stringContaining('last seen on 2026-05-17; the lookback of the tier "free" begins at 2026-05-19'),
      { reason: 'lookback' }
    ])
    expect((await server.ask(PATH)).status).toBe(200)
  })

  test('needs a tier with the Sigma export', async () => {
    const server = await startServer()
    expect(errorOf((await server.ask(PATH, { key: server.free })).text).code).toBe('tier_required')
  })

  test.each(['nonsense', `${ID}0`, 'change'])('is refused for %s, which is no id', async (text) => {
    const server = await startServer()
    const answer = await server.ask(`${SIGMA}/${text}`)
    expect([answer.status, errorOf(answer.text).details]).toEqual([
      400,
      expect.objectContaining({ parameter: 'rule_id' })
    ])
  })

  test('is never taken for the paths beside it', async () => {
    const server = await startServer()
    const types = ['changes', 'manifest'].map(
      async (name) => (await server.ask(`${SIGMA}/${name}`)).headers['content-type']
    )
    expect(await Promise.all(types)).toEqual(Array(2).fill('application/x-ndjson; charset=utf-8'))
    expect((await server.ask(`${SIGMA}/changes`, { method: 'POST' })).headers.allow).toBe('GET, HEAD')
  })
})
