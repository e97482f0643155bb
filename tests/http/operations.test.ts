import { describe, expect, test } from 'vitest'
import { SCOPES } from '../../src/app/keys.ts'
import { PIPELINE_NAMES } from '../../src/app/pipelines.ts'
import { OPERATIONS } from '../../src/http/operations.ts'
import { refusalOf } from './ask.ts'
import { startServer } from './test-server.ts'

const KEYED = OPERATIONS.filter((operation) => operation.security !== 'open')

test('only the probes are open to everybody', () => {
  const open = OPERATIONS.filter(({ security }) => security === 'open').map(({ path }) => path)
  expect(open).toEqual(['/healthz', '/readyz'])
})

test('no two operations share a method and a path', () => {
  expect(new Set(OPERATIONS.map(({ method, path }) => `${method} ${path}`)).size).toBe(OPERATIONS.length)
})

/** What stands for a name under a path. */
const nameUnder = (path: string): string => (path.includes('/pipelines/') ? (PIPELINE_NAMES[0] ?? '') : 'nothing')

describe.each(KEYED)('$method $path', ({ method, path: template, security }) => {
  const path = template.replace('{name}', nameUnder(template))

  test('declares the scope that it needs', () => {
    expect(Object.keys(SCOPES)).toContain(security.scope)
  })

  test('lets nobody in without a key, with a wrong key or without the scope', async () => {
    const server = await startServer()
    const scopeless = await server.keyWithScopes()
    const codes = await Promise.all(
      ['', 'nonsense', scopeless].map(async (key) => refusalOf((await server.ask(path, { method, key })).text).code)
    )
    expect(codes).toEqual(['missing_api_key', 'invalid_api_key', 'insufficient_scope'])
  })

  test('refuses a parameter that it does not know', async () => {
    const server = await startServer()
    const key = await server.keyWithScopes(security.scope)
    const { status, text } = await server.ask(`${path}?nonsense=1`, { method, key })
    expect([status, refusalOf(text).message]).toEqual([400, expect.stringMatching(/^nonsense: /)])
  })

  test('lets a key in that may, with no other scope', async () => {
    const server = await startServer()
    const key = await server.keyWithScopes(security.scope)
    const { status } = await server.ask(path, { method, key })
    expect([401, 403, 405, 500]).not.toContain(status)
  })
})
