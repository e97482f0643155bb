import { Agent, request } from 'node:http'
import * as zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { CODERS } from '../../src/http/answers/content-coding.ts'
import { addresses, startServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'

const DECODERS: Readonly<Record<string, unknown>> = {
  gzip: zlib.gunzipSync,
  br: zlib.brotliDecompressSync,
  zstd: Reflect.get(zlib, 'zstdDecompressSync')
}

const decode = (coding: string, bytes: Buffer): string => {
  const decoder = DECODERS[coding]
  if (typeof decoder !== 'function') throw new Error(`this runtime cannot read ${coding}`)
  return String((decoder as (coded: Buffer) => Buffer)(bytes))
}

describe('content codings', () => {
  test.each(['/docs', '/openapi.json'])('%s is packed for whoever reads packed answers', async (path) => {
    const server = await startServer()
    const plain = await server.ask(path)
    const coded = await server.ask(path, { headers: { 'accept-encoding': 'gzip' } })
    expect([plain.headers.vary, coded.headers['content-encoding']]).toEqual(['Accept-Encoding', 'gzip'])
    expect(coded.bytes.length).toBeLessThan(plain.bytes.length / 5)
    expect(decode('gzip', coded.bytes)).toBe(plain.text)
  })

  test.each(Object.keys(CODERS))('%s gives the same rules in fewer bytes', async (coding) => {
    const server = await startServer()
    await server.import(...addresses(600))
    const plain = await server.ask(`${SIGMA}?limit=1000`)
    const coded = await server.ask(`${SIGMA}?limit=1000`, { headers: { 'accept-encoding': coding } })
    expect(coded.headers['content-encoding']).toBe(coding)
    expect(coded.headers.etag).toBe(plain.headers.etag)
    expect(coded.bytes.length).toBeLessThan(plain.bytes.length / 5)
    expect(decode(coding, coded.bytes)).toBe(plain.text)
  })

  test('zstd is offered where the runtime has it', () => {
    expect('zstd' in CODERS).toBe('createZstdCompress' in zlib)
  })

  test.each([
    ['nothing', undefined, undefined],
    ['an empty header', '', undefined],
    ['identity', 'identity', undefined],
    ['codings of others', 'deflate, compress', undefined],
    ['br alone', 'br', 'br'],
    ['a preference', 'gzip;q=0.5, br;q=0.9', 'br'],
    ['a refusal', 'br;q=0, gzip', 'gzip'],
    ['a refusal of all but identity', '*;q=0, identity', undefined],
    ['a star', '*', Object.keys(CODERS)[0]],
    ['a refusal of identity alone', 'identity;q=0', undefined],
    ['a refusal of identity beside what is left', 'identity;q=0, br', 'br'],
    ['a refusal of everything', '*;q=0', undefined],
    ['identity before all', 'gzip;q=0.001, identity;q=0.002', undefined],
    ['upper case', 'GZIP', 'gzip'],
    ['what browsers send', 'gzip, deflate, br', 'gzip'],
    ['nonsense', ';;;,,,=', undefined]
  ])('%s is answered as asked', async (_what, accepted, coding) => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
    const answer = await server.ask(SIGMA, { headers })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-encoding']).toBe(coding)
    expect(answer.headers.vary).toContain('Accept-Encoding')
  })

  test('an error is never coded', async () => {
    const server = await startServer()
    const { headers } = await server.ask(`${SIGMA}?type=x`, { headers: { 'accept-encoding': 'gzip' } })
    expect(headers).not.toHaveProperty('content-encoding')
  })

  test('rules flow before the export is at its end', async () => {
    const server = await startServer()
    await server.import(...addresses(3_000))
    const agent = new Agent()
    const beginning = await new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(server.url)
      const headers = { authorization: `Bearer ${server.pro}`, 'accept-encoding': 'gzip' }
      const outgoing = request({ hostname, port, path: `${SIGMA}?limit=3000`, headers, agent }, (incoming) => {
        incoming.once('data', (chunk: Buffer) => {
          resolve(String(zlib.gunzipSync(chunk, { finishFlush: zlib.constants.Z_SYNC_FLUSH })))
          outgoing.destroy()
        })
      })
      outgoing.on('error', reject)
      outgoing.end()
    })
    agent.destroy()
    expect(beginning).toMatch(/^title: '/)
  })
})
