import { describe, expect, test } from 'vitest'
import { hasScope } from '../../src/app/keys/scopes.ts'
import { READ_SCOPE, SCOPES } from '../../src/app/keys.ts'
import { PIPELINE_NAMES } from '../../src/app/pipelines.ts'
import { OPERATIONS } from '../../src/http/operations.ts'
import { refusalOf } from './ask.ts'
import { startServer } from './test-server.ts'

const KEYED = OPERATIONS.filter((operation) => operation.security !== 'open')

test('only the key itself is shown to a key without any scope', () => {
  const free = KEYED.filter(({ security }) => security.scope === undefined).map(({ path }) => path)
  expect(free).toEqual(['/api/v1/me'])
})

test('only the probes and the reference are open to everybody', () => {
  const open = OPERATIONS.filter(({ security }) => security === 'open').map(({ path }) => path)
  expect(open).toEqual(['/healthz', '/readyz', '/openapi.json', '/docs'])
})

test('no two operations share a method and a path', () => {
  expect(new Set(OPERATIONS.map(({ method, path }) => `${method} ${path}`)).size).toBe(OPERATIONS.length)
})

/** What stands for a name under a path. */
const nameUnder = (path: string): string => (path.includes('/pipelines/') ? (PIPELINE_NAMES[0] ?? '') : 'nothing')

describe.each(KEYED)('$method $path', ({ method, path: template, security }) => {
  const path = template.replace('{name}', nameUnder(template))
  const needed = security.scope ?? READ_SCOPE

  test('lets nobody in without a key or with a wrong one', async () => {
    const server = await startServer()
    const codes = await Promise.all(
      ['', 'nonsense'].map(async (key) => refusalOf((await server.ask(path, { method, key })).text).code)
    )
    expect(codes).toEqual(['missing_api_key', 'invalid_api_key'])
  })

  test.skipIf(security.scope === undefined)('lets nobody in without its scope', async () => {
    const server = await startServer()
    const key = await server.keyWithScopes(
      ...Object.keys(SCOPES).filter((scope) => !hasScope({ scopes: [scope] }, needed))
    )
    expect(refusalOf((await server.ask(path, { method, key })).text)).toMatchObject({
      code: 'insufficient_scope',
      details: { required: security.scope }
    })
  })

  test('refuses a parameter that it does not know', async () => {
    const server = await startServer()
    const key = await server.keyWithScopes(needed)
    const { status, text } = await server.ask(`${path}?nonsense=1`, { method, key })
    expect([status, refusalOf(text).message]).toEqual([400, expect.stringMatching(/^nonsense: /)])
  })

  test('lets a key in that may, with no other scope', async () => {
    const server = await startServer()
    const key = await server.keyWithScopes(needed)
    const { status } = await server.ask(path, { method, key })
    expect([401, 403, 405, 500]).not.toContain(status)
  })
})
