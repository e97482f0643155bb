import { describe, expect, test } from 'vitest'
import { READ_SCOPE } from '../../src/app/keys.ts'
import { PIPELINE_NAMES } from '../../src/app/pipelines.ts'
import { OPERATIONS } from '../../src/http/operations.ts'
import { errorOf } from './ask.ts'
import { startServer } from './test-server.ts'

const KEYED = OPERATIONS.filter(({ security }) => security !== 'open')

test('only the probes are open to everybody', () => {
  const open = OPERATIONS.filter(({ security }) => security === 'open').map(({ path }) => path)
  expect(open).toEqual(['/healthz', '/readyz'])
})

test('no two operations share a path', () => {
  expect(new Set(OPERATIONS.map(({ path }) => path)).size).toBe(OPERATIONS.length)
})

describe.each(KEYED)('$path', ({ path: template, security }) => {
  const path = template.replace('{name}', PIPELINE_NAMES[0] ?? '')

  test('declares the scope that it needs', () => {
    expect(security).toHaveProperty('scope', READ_SCOPE)
  })

  test('lets nobody in without a key, with a wrong key or without the scope', async () => {
    const server = await startServer()
    const scopeless = await server.keyWithScopes()
    const codes = await Promise.all(
      ['', 'nonsense', scopeless].map(async (key) => errorOf((await server.ask(path, { key })).text).code)
    )
    expect(codes).toEqual(['missing_api_key', 'invalid_api_key', 'insufficient_scope'])
  })

  test('refuses a parameter that it does not know', async () => {
    const server = await startServer()
    expect((await server.ask(`${path}?nonsense=1`)).status).toBe(400)
  })

  test('answers a key that may', async () => {
    const server = await startServer()
    expect((await server.ask(path)).status).toBe(200)
  })
})
