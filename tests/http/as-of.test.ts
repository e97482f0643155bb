import { describe, expect, test } from 'vitest'
import { ageIndicators } from '../../src/app/age-indicators.ts'
import { removeIndicator } from '../../src/app/find-indicator.ts'
import { defaultSettings } from '../support/settings.ts'
import { errorOf, idsOf, nextPageOf, nextSinceOf } from './ask.ts'
import { addresses, startServer } from './test-server.ts'
import { acting } from '../support/acting.ts'

const SIGMA = '/api/v1/iocs/sigma'
const INSTANTS_PER_DAY = 86_400_000_000

describe('an export as of a moment', () => {
  test('gives the rules of that moment, and a poll from its X-Next-Since what came after', async () => {
    const server = await startServer()
    await server.import('198.51.100.1', '198.51.100.2')
    const then = await server.ask(SIGMA)
    server.clock.set(server.clock.now() + INSTANTS_PER_DAY)
    await server.importFeed('Other', '198.51.100.1')
    await removeIndicator(acting(server.store), '198.51.100.2', 'gone')
    await server.import('198.51.100.3')
    const asOf = await server.ask(`${SIGMA}?as_of=${nextSinceOf(then)}`)
    expect(asOf.text).toBe(then.text)
    expect(nextSinceOf(asOf)).toBe(nextSinceOf(then))
    expect(idsOf(await server.ask(`${SIGMA}?since=${nextSinceOf(asOf)}`))).toHaveLength(2)
  })

  test('of a moment behind the newest change is polled on from that change', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    server.clock.set(server.clock.now() + INSTANTS_PER_DAY)
    const asOf = await server.ask(`${SIGMA}?as_of=2026-05-18`)
    expect([idsOf(asOf).length, nextSinceOf(asOf)]).toEqual([1, '2026-05-17T10:00:00.000000Z'])
  })

  test('goes on page by page, by a Link that repeats the moment', async () => {
    const server = await startServer()
    await server.import(...addresses(5))
    const whole = await server.ask(SIGMA)
    await server.importFeed('Other', ...addresses(5))
    const ids: string[] = []
    let next: string | undefined = `${SIGMA}?as_of=${nextSinceOf(whole)}&limit=2`
    while (next !== undefined) {
      expect(next).toContain('as_of=2026-05-17T10')
      const page = await server.ask(next)
      ids.push(...idsOf(page))
      next = nextPageOf(page)
    }
    expect(ids).toEqual(idsOf(whole))
  })

  test('is gone when its versions are kept no longer, and names the earliest moment', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const then = await server.ask(SIGMA)
    await server.importFeed('Other', '198.51.100.1')
    server.clock.set(server.clock.now() + 40 * INSTANTS_PER_DAY)
    await ageIndicators({ store: server.store, settings: await defaultSettings(), clock: server.clock })
    const { status, text } = await server.ask(`${SIGMA}?as_of=${nextSinceOf(then)}`)
    expect([status, errorOf(text)]).toEqual([
      410,
      expect.objectContaining({
        code: 'cursor_expired',
        details: { parameter: 'as_of', earliest: '2026-05-17T10:00:00.000001Z' }
      })
    ])
  })

  test.each([
    ['as_of=2026-05-17T10:00:00.000000Z&since=2026-05-01', 'leave one of them out'],
    ['as_of=yesterday', 'ISO 8601'],
    ['as_of=2062-05-17', 'has not come yet']
  ])('is refused for %s', async (query, reason) => {
    const server = await startServer()
    const { status, text } = await server.ask(`${SIGMA}?${query}`)
    expect([status, errorOf(text).details?.['parameter']]).toEqual([400, 'as_of'])
    expect(errorOf(text).details?.['reason']).toContain(reason)
  })
})
