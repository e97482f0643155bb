import { describe, expect, test } from 'vitest'
import { SCOPE_NAMES } from '../../src/api/scopes.ts'
import { OPERATIONS } from '../../src/http/operations.ts'
import { fillTemplate } from '../../src/http/requests/path-template.ts'
import type { StoredKey } from '../../src/store/key-store.ts'
import { errorOf } from './ask.ts'
import { startServer } from './test-server.ts'

const KEYS = '/api/v1/keys'
const HIDDEN = 'Bureau'
const SIBLING = '11111111-2222-4333-8444-555555555555'

/** Keys that have every scope, as they may stand in a store, and are kept from one feed. */
const RESTRICTIONS: readonly Partial<StoredKey>[] = [
  { feeds: ['Alpha'] },
  { maxTlp: 'green' },
  { maxTlp: 'green', feeds: ['Alpha', 'Other'] }
]

/** Operations that need one of the scopes that know no bounds of what may be seen. */
const UNBOUNDED = OPERATIONS.filter(
  ({ security }) => security !== 'open' && ['feeds:admin', 'guard:admin', 'metrics:read'].includes(security.scope ?? '')
)

describe.each(RESTRICTIONS)('a key with every scope that is held to %j', (restriction) => {
  test('uses none of those that show or change all feeds', async () => {
    const server = await startServer()
    await server.importFeed(HIDDEN, '198.51.100.3')
    const key = await server.keyWith({ scopes: SCOPE_NAMES, ...restriction })
    const names = new Map([
      ['name', HIDDEN],
      ['value', '198.51.100.3']
    ])
    expect(UNBOUNDED.length).toBeGreaterThan(10)
    for (const { method, path } of UNBOUNDED) {
      const { status, text } = await server.ask(fillTemplate(path, names), { method, key })
      expect([method, path, status, errorOf(text).code]).toEqual([method, path, 403, 'insufficient_scope'])
      expect(text).not.toContain(HIDDEN)
    }
  })

  test('reads of other keys no feed that is not its own', async () => {
    const server = await startServer()
    const key = await server.keyWith({ scopes: ['keys:self'], ...restriction })
    await server.keyWith({ id: SIBLING, feeds: [HIDDEN, 'Alpha'], maxTlp: 'clear', scopes: [] })
    const rotation = { method: 'POST', key }
    for (const [path, question] of [
      [KEYS, { key }],
      [`${KEYS}/${SIBLING}`, { key }],
      [`${KEYS}/${SIBLING}/rotate`, rotation]
    ] as const) {
      const { text } = await server.ask(path, question)
      expect([path, text.includes(HIDDEN)]).toEqual([path, false])
    }
    const { text } = await server.ask(`${KEYS}/${SIBLING}`, { key })
    const shown = restriction.feeds === undefined ? [] : ['Alpha']
    expect(JSON.parse(text)).toMatchObject({ data: { allowed_feeds: shown } })
  })

  test('reads of itself what it is held to', async () => {
    const server = await startServer()
    const key = await server.keyWith({ id: SIBLING, scopes: ['keys:self'], ...restriction })
    for (const path of ['/api/v1/me', `${KEYS}/${SIBLING}`]) {
      const { text } = await server.ask(path, { key })
      expect(text).toContain(`"allowed_feeds":${JSON.stringify(restriction.feeds ?? null)}`)
    }
  })
})

test('a key that is not restricted reads the feeds of others', async () => {
  const server = await startServer()
  await server.keyWith({ id: SIBLING, feeds: [HIDDEN] })
  const { text } = await server.ask(`${KEYS}/${SIBLING}`, { key: await server.keyWithScopes('keys:self') })
  expect(JSON.parse(text)).toMatchObject({ data: { allowed_feeds: [HIDDEN] } })
})
