import { describe, expect, test } from 'vitest'
import { DESCRIPTIONS, METRICS_DESCRIPTIONS } from '../../src/api/descriptions.ts'
import { GET_ME } from '../../src/api/operations/get-me.ts'
import { METRICS_OPERATIONS, OPERATIONS } from '../../src/http/operations.ts'
import { problemStatus } from '../../src/http/errors/problem-status.ts'
import { PROBLEMS, type ProblemCode } from '../../src/problem/problem.ts'
import { ERROR_CODES, errorNamed, isErrorCode } from '../../src/api/errors.ts'
import type { Asked } from './ask.ts'
import { faultsAgainst, requireDescribed } from './described.ts'
import { startServer } from './test-server.ts'

const namesOf = (list: readonly { readonly name: string }[]): readonly string[] => list.map(({ name }) => name)

test('every description has what answers it, and the other way round', () => {
  expect(namesOf(OPERATIONS)).toEqual(namesOf(DESCRIPTIONS))
  expect(namesOf(METRICS_OPERATIONS)).toEqual(namesOf(METRICS_DESCRIPTIONS))
})

describe('the catalogue of errors', () => {
  test('has every problem that an answer shows, with its status', () => {
    const codes = Object.keys(PROBLEMS) as ProblemCode[]
    const shown = codes.filter((code) => problemStatus(code) < 500 || isErrorCode(code))
    expect(new Set(shown)).toEqual(new Set(ERROR_CODES))
    for (const code of ERROR_CODES) expect(errorNamed(code).statuses[0]).toBe(problemStatus(code))
  })
})

describe('an answer that is not described', () => {
  const target = { method: 'GET', path: GET_ME.path }
  const answer = async (): Promise<Asked> => (await startServer()).ask(GET_ME.path)

  const withBody = (asked: Asked, change: (body: string) => string): Asked => {
    const text = change(asked.text)
    return { ...asked, text, bytes: Buffer.from(text) }
  }

  test('fails by its status', async () => {
    expect(faultsAgainst({ ...(await answer()), status: 404 }, GET_ME, false)).toEqual(['the status is not described'])
  })

  test('fails by a header that is strange, missing or of another value', async () => {
    const { headers, ...rest } = await answer()
    const { 'x-request-id': _, ...others } = headers
    const changed = { ...others, 'x-strange': '1', 'cache-control': 'public' }
    expect(faultsAgainst({ ...rest, headers: changed }, GET_ME, false)).toEqual([
      'the header cache-control is public',
      'the header x-strange is not described',
      'the header x-request-id is missing'
    ])
  })

  test('fails by its type', async () => {
    const { headers, ...rest } = await answer()
    const changed = { ...rest, headers: { ...headers, 'content-type': 'text/html' } }
    expect(faultsAgainst(changed, GET_ME, false)).toEqual(['it is of type text/html'])
  })

  test('fails by a member more, or of another kind', async () => {
    const asked = await answer()
    const more = withBody(asked, (body) => body.replace('"account"', '"secret":1,"account"'))
    const other = withBody(asked, (body) => body.replace('"tests"', '7'))
    expect(faultsAgainst(more, GET_ME, false)).toEqual([expect.stringContaining('secret')])
    expect(faultsAgainst(other, GET_ME, false)).toEqual([expect.stringContaining('data.account')])
  })

  test('fails by the code of its error', async () => {
    const asked = await (await startServer()).ask(GET_ME.path, { key: 'nonsense' })
    const other = withBody(asked, (body) => body.replace('invalid_api_key', 'feed_state'))
    expect(faultsAgainst(other, GET_ME, false)).toEqual(['the code feed_state is not described'])
    expect(() => requireDescribed(target, other)).toThrow('GET /api/v1/me answers 401:')
  })

  test('fails where there is no operation', async () => {
    expect(() => requireDescribed({ method: 'GET', path: '/nowhere' }, { ...asOk, headers: {} })).toThrow(
      'no operation is described'
    )
  })
})

const asOk = { status: 200, bytes: Buffer.alloc(0), text: '' }

describe('GET /openapi.json', () => {
  const PATH = '/openapi.json'

  test('gives the description of the API to everybody', async () => {
    const server = await startServer()
    const { status, headers, text } = await server.ask(PATH, { key: '' })
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    const document = JSON.parse(text) as { readonly openapi: string; readonly paths: object }
    expect(document.openapi).toBe('3.1.1')
    expect(Object.keys(document.paths)).toEqual([...new Set(DESCRIPTIONS.map(({ path }) => path))])
  })

  test('is the same until the program changes', async () => {
    const server = await startServer()
    const first = await server.ask(PATH, { key: '' })
    const again = await server.ask(PATH, { key: '', headers: { 'if-none-match': String(first.headers.etag) } })
    expect([again.status, again.headers.etag, again.text]).toEqual([304, first.headers.etag, ''])
    expect((await server.ask(PATH, { key: '' })).text).toBe(first.text)
  })

  test('names the public address where it is set', async () => {
    const publicUrl = 'https://sigma.example'
    const server = await startServer({ settings: (settings) => ({ ...settings, publicUrl }) })
    expect(JSON.parse((await server.ask(PATH)).text)).toMatchObject({ servers: [{ url: publicUrl }] })
  })
})
