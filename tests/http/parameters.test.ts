import { loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { errorOf, nextSinceOf } from './ask.ts'
import { startServer, type TestServer } from './test-server.ts'

const SIGMA = '/api/v1/iocs/sigma'

const filledServer = async (): Promise<TestServer> => {
  const server = await startServer()
  await server.import('198.51.100.1', '2001:db8::1', 'evil.example', 'https://evil.example/path', 'a@evil.example')
  await server.import('CVE-2021-44228', 'T1059.001', 'd41d8cd98f00b204e9800998ecf8427f')
  return server
}

const titles = (text: string): readonly string[] =>
  [...text.matchAll(/^title: '(.*)'$/gm)].map(([, title]) => title ?? '')

describe('type', () => {
  test('one type selects its rules', async () => {
    const server = await filledServer()
    const { status, text } = await server.ask(`${SIGMA}?type=domain`)
    expect(status).toBe(200)
    expect(titles(text)).toEqual(['SOC Defenders IOC - Malicious Domain evil.example'])
  })

  test('a list of types selects each of them, blanks around commas aside', async () => {
    const server = await filledServer()
    const { headers } = await server.ask(`${SIGMA}?type=ipv4,%20ipv6`)
    expect(headers['x-rule-count']).toBe('2')
  })

  test('mitre_attack is a spelling of mitre-attack', async () => {
    const server = await filledServer()
    const dashed = await server.ask(`${SIGMA}?type=mitre-attack`)
    const underscored = await server.ask(`${SIGMA}?type=mitre_attack`)
    expect(dashed.headers['x-rule-count']).toBe('1')
    expect(underscored.text).toBe(dashed.text)
    expect(underscored.headers.etag).toBe(dashed.headers.etag)
  })

  test('without a type all ten come', async () => {
    const server = await filledServer()
    const { text } = await server.ask(SIGMA)
    expect(loadAll(text)).toHaveLength(8)
  })
})

describe('since', () => {
  test.each([
    ['a timestamp with Z', '2026-05-17T10:00:00Z'],
    ['a timestamp with an offset', '2026-05-17T12:00:00%2B02:00'],
    ['an offset whose plus sign was decoded to a blank', '2026-05-17T12:00:00+02:00'],
    ['microseconds', '2026-05-17T10:00:00.000001Z'],
    ['a date', '2026-05-17']
  ])('takes %s', async (_form, since) => {
    const server = await filledServer()
    const { status } = await server.ask(`${SIGMA}?since=${since}`)
    expect(status).toBe(200)
  })

  test('is exclusive: the instant of the last rule brings nothing more', async () => {
    const server = await filledServer()
    const first = await server.ask(`${SIGMA}?since=2026-05-17`)
    const after = await server.ask(`${SIGMA}?since=${nextSinceOf(first)}`)
    expect(after.headers['x-rule-count']).toBe('0')
    expect(after.headers['x-next-since']).toBe(nextSinceOf(first))
  })
})

describe('confidence and industry', () => {
  test('confidence is exact, not a lower bound', async () => {
    const server = await filledServer()
    const low = await server.ask(`${SIGMA}?confidence=low`)
    const medium = await server.ask(`${SIGMA}?confidence=medium,high`)
    expect(low.headers['x-rule-count']).toBe('0')
    expect(medium.headers['x-rule-count']).toBe('8')
  })

  test.each(['finance', 'financial-services', 'technology', 'healthcare-and-public-health', 'government', 'water'])(
    'industry takes %s',
    async (sector) => {
      const server = await filledServer()
      expect((await server.ask(`${SIGMA}?industry=${sector}`)).status).toBe(200)
    }
  )

  test('aliases are the same as their sectors', async () => {
    const server = await filledServer()
    const alias = await server.ask(`${SIGMA}?industry=finance`)
    const slug = await server.ask(`${SIGMA}?industry=financial-services`)
    expect(alias.headers.etag).toBe(slug.headers.etag)
  })
})

describe('download', () => {
  test('download=1 names a file', async () => {
    const server = await filledServer()
    const { headers } = await server.ask(`${SIGMA}?download=1`)
    expect(headers['content-disposition']).toBe('attachment; filename="soc_defenders_rules.yml"')
  })

  test('without it there is no file name', async () => {
    const server = await filledServer()
    expect((await server.ask(SIGMA)).headers).not.toHaveProperty('content-disposition')
  })
})

describe('what is refused', () => {
  test.each([
    ['an unknown parameter', 'confidense=high', 'confidense', 'confidence'],
    ['an unknown type', 'type=ip4', 'type', 'ipv4'],
    ['an unknown type in a list', 'type=ipv4,domian', 'type', 'domain'],
    ['a type in upper case', 'type=IPv4', 'type', 'ipv4'],
    ['an unknown confidence', 'confidence=hgih', 'confidence', 'high'],
    ['an unknown sector', 'industry=enrgy', 'industry', 'energy']
  ])('%s, with the nearest spelling', async (_what, query, parameter, nearest) => {
    const server = await filledServer()
    const { status, text } = await server.ask(`${SIGMA}?${query}`)
    const { code, message, details } = errorOf(text)
    expect([status, code]).toEqual([400, 'invalid_parameter'])
    expect(details).toMatchObject({ parameter, nearest })
    expect(details).toHaveProperty('allowed')
    expect(message).toContain(`Did you mean "${nearest}"?`)
  })

  test.each([
    ['a repeated parameter', 'type=ipv4&type=domain', 'type'],
    ['a repeated parameter with one value', 'limit=1&limit=1', 'limit'],
    ['an empty parameter', 'type=', 'type'],
    ['a parameter without an equals sign', 'download', 'download'],
    ['an empty part of a list', 'type=ipv4,', 'type'],
    ['a timestamp without a zone', 'since=2026-05-17T10:00:00', 'since'],
    ['a date that does not exist', 'since=2026-02-30', 'since'],
    ['a Unix time', 'since=1747476000', 'since'],
    ['a limit of zero', 'limit=0', 'limit'],
    ['a negative limit', 'limit=-1', 'limit'],
    ['a fractional limit', 'limit=1.5', 'limit'],
    ['a limit in words', 'limit=ten', 'limit'],
    ['a limit above the maximum of the tier', 'limit=10001', 'limit'],
    ['a limit beyond all numbers', `limit=${'9'.repeat(400)}`, 'limit'],
    ['another value of download', 'download=true', 'download'],
    ['a cursor of nobody', 'cursor=abc', 'cursor'],
    ['offset, which only the list of indicators takes', 'offset=1', 'offset'],
    ['format, which only the list of indicators takes', 'format=json', 'format'],
    ['a parameter in another letter case', 'Type=ipv4', 'Type'],
    ['a name that objects inherit', '__proto__=1', '__proto__'],
    ['two names run together by a semicolon', 'type=ipv4;limit=1', 'type']
  ])('%s', async (_what, query, parameter) => {
    const server = await filledServer()
    const { status, text } = await server.ask(`${SIGMA}?${query}`)
    const { code, details } = errorOf(text)
    expect([status, code]).toEqual([400, 'invalid_parameter'])
    expect(details?.['parameter']).toBe(parameter)
    expect(details?.['reason']).not.toBe('')
  })

  test.each(['type=%', 'type=%zz', 'type=%ff', '%c3%28=1'])('broken percent-encoding: %s', async (query) => {
    const server = await filledServer()
    const { status, text } = await server.ask(`${SIGMA}?${query}`)
    expect([status, errorOf(text).code]).toEqual([400, 'invalid_parameter'])
  })

  test('an ampersand with nothing behind it', async () => {
    const server = await filledServer()
    const { status, text } = await server.ask(`${SIGMA}?type=ipv4&`)
    expect([status, errorOf(text).code]).toEqual([400, 'invalid_parameter'])
  })

  test('a hostile value comes back as text of one line, cut', async () => {
    const server = await filledServer()
    const { text } = await server.ask(`${SIGMA}?type=${encodeURIComponent('<script>\r\n'.repeat(30))}`)
    expect(errorOf(text).message).not.toMatch(/[\r\n]/)
    expect(text.length).toBeLessThan(1_000)
  })
})

describe('limit', () => {
  test("its maximum is the tier's, not a figure of the program", async () => {
    const server = await filledServer()
    expect((await server.ask(`${SIGMA}?limit=10000`)).status).toBe(200)
    expect((await server.ask('/api/v1/iocs?limit=100', { key: server.free })).status).toBe(200)
    expect((await server.ask('/api/v1/iocs?limit=101', { key: server.free })).status).toBe(400)
  })

  test('leading zeros change nothing', async () => {
    const server = await filledServer()
    expect((await server.ask(`${SIGMA}?limit=002`)).headers['x-rule-count']).toBe('2')
  })
})
