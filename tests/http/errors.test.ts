import { METHODS } from 'node:http'
import { describe, expect, test } from 'vitest'
import { errorOf } from './ask.ts'
import { startServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'

const isKnownToNode = (method: string): boolean => METHODS.includes(method)

describe('the envelope', () => {
  test('has code, message, details where there are any, and the request id of the header', async () => {
    const server = await startServer()
    const answer = await server.ask(`${SIGMA}?type=ip4`)
    const error = errorOf(answer.text)
    expect(Object.keys(error)).toEqual(['code', 'message', 'details', 'request_id'])
    expect(error.request_id).toBe(answer.headers['x-request-id'])
    expect(error.request_id).toMatch(/^req_[0-9a-f]{24}$/)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test('has no details where there are none', async () => {
    const server = await startServer()
    const { text } = await server.ask(SIGMA, { key: '' })
    expect(Object.keys(errorOf(text))).toEqual(['code', 'message', 'request_id'])
  })

  test('is kept by no cache', async () => {
    const server = await startServer()
    for (const path of ['/nowhere', `${SIGMA}?type=x`]) {
      expect((await server.ask(path)).headers['cache-control']).toBe('no-store')
    }
  })
})

describe('404', () => {
  test.each([
    '/',
    '/nowhere',
    '/api/v1/iocs/',
    '/api/v1/iocs/sigma/',
    '/API/V1/IOCS/SIGMA',
    '//api/v1/iocs/sigma',
    '/api//v1/iocs/sigma',
    '/api/v1/./iocs/sigma',
    '/api/v1/x/../iocs/sigma',
    '/api/v1/iocs%2Fsigma',
    '/api/v1/iocs/sigma;type=ipv4',
    '/healthz/'
  ])('%s is no path of the API', async (path) => {
    const server = await startServer()
    const { status, text } = await server.ask(path)
    expect([status, errorOf(text).code]).toEqual([404, 'not_found'])
  })

  test('names the nearest path', async () => {
    const server = await startServer()
    expect(errorOf((await server.ask('/api/v1/ioc/sigma')).text).details).toEqual({ nearest: SIGMA })
  })

  test('comes before any look at the key', async () => {
    const server = await startServer()
    expect((await server.ask('/nowhere', { key: 'nonsense' })).status).toBe(404)
  })

  test('also answers methods that only other protocols know', async () => {
    const server = await startServer()
    expect((await server.ask('/nowhere', { method: 'PROPFIND' })).status).toBe(404)
  })
})

describe('405', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'].filter(isKnownToNode))(
    '%s is not allowed, and Allow says what is',
    async (method) => {
      const server = await startServer()
      for (const path of [SIGMA, '/api/v1/iocs', '/healthz', '/readyz']) {
        const { status, text, headers } = await server.ask(path, { method, key: 'nonsense' })
        expect([status, errorOf(text).code]).toEqual([405, 'method_not_allowed'])
        expect(headers.allow).toBe('GET, HEAD')
      }
    }
  )

  test.each(['application/json', 'nonsense', 'multipart/form-data'])('a body of %s is not looked at', async (type) => {
    const server = await startServer()
    const { status } = await server.ask(SIGMA, { method: 'POST', headers: { 'content-type': type }, body: '{"' })
    expect(status).toBe(405)
  })

  test('an encoded path is the same path', async () => {
    const server = await startServer()
    expect((await server.ask('/api/v1/iocs/s%69gma')).status).toBe(200)
    expect((await server.ask('/api/v1/iocs/s%69gma', { method: 'POST' })).status).toBe(405)
  })
})

describe('413, 414 and 400 before the path is looked at', () => {
  test('a body on GET is refused', async () => {
    const server = await startServer()
    const { status, text } = await server.ask(SIGMA, { body: '{"type":"ipv4"}', headers: { 'content-length': 15 } })
    expect([status, errorOf(text).code]).toEqual([413, 'request_too_large'])
  })

  test('an empty body on GET is none', async () => {
    const server = await startServer()
    expect((await server.ask(SIGMA, { headers: { 'content-length': 0 } })).status).toBe(200)
  })

  test('a URL over the limit is refused', async () => {
    const server = await startServer()
    const { status, text } = await server.ask(`${SIGMA}?type=${'ipv4,'.repeat(2_000)}ipv4`, { key: 'nonsense' })
    expect([status, errorOf(text).code]).toEqual([414, 'request_too_large'])
  })
})

describe('503 and 500', () => {
  test('a store that is gone is unavailable, with nothing of the inside, and the log has the request id', async () => {
    const server = await startServer()
    await server.store.close()
    const answer = await server.ask('/readyz', { key: '' })
    const { code, message, request_id: id } = errorOf(answer.text)
    expect([answer.status, code]).toEqual([503, 'unavailable'])
    expect(answer.headers['retry-after']).toBe('5')
    expect(message).not.toMatch(/sqlite|database|\.ts|store/i)
    expect(server.log.some((line) => line.includes(id) && line.includes('"level":"error"'))).toBe(true)
  })

  test('an export over a store that is gone fails before it has begun', async () => {
    const server = await startServer()
    await server.store.close()
    const answer = await server.ask(SIGMA)
    expect(answer.status).toBeGreaterThanOrEqual(500)
    expect(answer.headers).not.toHaveProperty('etag')
    expect(errorOf(answer.text).message).not.toMatch(/sqlite|database|\.ts/i)
  })

  test('the process lives all the same', async () => {
    const server = await startServer()
    await server.store.close()
    const { status, text } = await server.ask('/healthz', { key: '' })
    expect([status, text]).toEqual([200, '{"status":"ok"}\n'])
  })

  test('probes look at no query string', async () => {
    const server = await startServer()
    for (const path of ['/healthz', '/readyz']) expect((await server.ask(`${path}?t=%zz&t=1`)).status).toBe(200)
  })
})
