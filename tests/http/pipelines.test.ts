import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { PIPELINE_NAMES } from '../../src/app/pipelines.ts'
import { errorOf } from './ask.ts'
import { startServer } from './test-server.ts'

const LIST = '/api/v1/pipelines'

interface Listed {
  readonly name: string
  readonly title: string
  readonly file: string
  readonly url: string
  readonly uses: readonly { readonly target: string; readonly convert: string }[]
}

const fileOf = async (name: string): Promise<string> =>
  readFile(new URL(`../../pipelines/${name}.yml`, import.meta.url), 'utf8')

describe('GET /api/v1/pipelines', () => {
  test('lists every pipeline with the path under which its file is, and every path answers that file', async () => {
    const server = await startServer()
    const { status, headers, text } = await server.ask(LIST)
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    const { data } = JSON.parse(text) as { readonly data: readonly Listed[] }
    expect(data.map(({ name }) => name)).toEqual(PIPELINE_NAMES)
    for (const { name, url, file, uses } of data) {
      expect((await server.ask(url)).text).toBe(await fileOf(name))
      for (const { target, convert } of uses) expect(convert).toContain(`sigma convert -t ${target} -p ${file} `)
    }
  })

  test('takes no part of a path more', async () => {
    const server = await startServer()
    expect((await server.ask(`${LIST}/`)).status).toBe(404)
    expect((await server.ask(`${LIST}/qradar/more`)).status).toBe(404)
  })
})

describe('GET /api/v1/pipelines/{name}', () => {
  test('gives the file as YAML, to every tier', async () => {
    const server = await startServer()
    const { status, headers, text } = await server.ask(`${LIST}/qradar`, { key: server.free })
    expect([status, headers['content-type']]).toEqual([200, 'application/yaml; charset=utf-8'])
    expect(text).toBe(await fileOf('qradar'))
  })

  test('gives it once to those who keep its tag', async () => {
    const server = await startServer()
    const tag = String((await server.ask(`${LIST}/qradar`)).headers['etag'])
    const again = await server.ask(`${LIST}/qradar`, { headers: { 'if-none-match': tag } })
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', tag])
    expect((await server.ask(`${LIST}/splunk-cim`, { headers: { 'if-none-match': tag } })).status).toBe(200)
  })

  test('answers HEAD without a body', async () => {
    const server = await startServer()
    const { status, headers, text } = await server.ask(`${LIST}/qradar`, { method: 'HEAD' })
    expect([status, text]).toEqual([200, ''])
    expect(headers['etag']).toBe((await server.ask(`${LIST}/qradar`)).headers['etag'])
  })

  test('decodes the name, and names the nearest where there is none of it', async () => {
    const server = await startServer()
    expect((await server.ask(`${LIST}/%71radar`)).status).toBe(200)
    const { status, text } = await server.ask(`${LIST}/qrader`)
    expect(status).toBe(404)
    expect(errorOf(text)).toMatchObject({
      code: 'not_found',
      message: 'There is no pipeline "qrader". Did you mean "qradar"?',
      details: { nearest: 'qradar', allowed: PIPELINE_NAMES }
    })
  })

  test.each([
    '..%2F..%2Fpackage.json',
    '%2e%2e',
    'qradar.yml',
    'constructor',
    '%00',
    'nothing-near-any',
    'x'.repeat(500)
  ])('has nothing under %s', async (name) => {
    const server = await startServer()
    const { status, text } = await server.ask(`${LIST}/${name}`)
    expect([status, errorOf(text).code]).toEqual([404, 'not_found'])
  })

  test('asks for a key before it looks for the name', async () => {
    const server = await startServer()
    expect(errorOf((await server.ask(`${LIST}/nothing`, { key: '' })).text).code).toBe('missing_api_key')
  })

  test('takes no other method', async () => {
    const server = await startServer()
    const { status, headers } = await server.ask(`${LIST}/qradar`, { method: 'DELETE' })
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD'])
  })
})
