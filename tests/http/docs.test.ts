import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../src/api/errors.ts'
import { OPERATIONS } from '../../src/http/operations.ts'
import { startServer } from './test-server.ts'

describe('GET /docs', () => {
  test('shows every operation and every error to everybody', async () => {
    const server = await startServer()
    const { status, headers, text } = await server.ask('/docs', { key: '' })
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    for (const { name, path, method } of OPERATIONS) {
      expect(text).toContain(`<article class="operation" id="${name}"`)
      expect(text).toContain(`${method}</span> ${path}</code>`)
    }
    for (const code of ERROR_CODES) expect(text).toContain(`id="error-${code}"`)
  })

  test('every link on it leads somewhere, and no place has two owners', async () => {
    const server = await startServer()
    const { text } = await server.ask('/docs', { key: '' })
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target)
    expect(new Set(ids).size).toBe(ids.length)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  test('lets a browser run nothing and load nothing, but its own style', async () => {
    const server = await startServer()
    const { headers, text } = await server.ask('/docs', { key: '' })
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? []
    const digest = createHash('sha256').update(style).digest('base64')
    expect(headers).toMatchObject({
      'content-security-policy': `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin'
    })
    expect(text).not.toMatch(/<(?:script|link|img|iframe|object|embed|form)\b|\sstyle=|\son\w+=/)
  })

  test('is not sent again to who has it', async () => {
    const server = await startServer()
    const { headers } = await server.ask('/docs', { key: '' })
    const again = await server.ask('/docs', { key: '', headers: { 'if-none-match': String(headers.etag) } })
    expect([again.status, again.text]).toEqual([304, ''])
    expect(again.headers['content-security-policy']).toBe(headers['content-security-policy'])
  })
})
