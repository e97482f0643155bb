import { loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { errorOf, nextSinceOf } from './ask.ts'
import { defaultSettings } from '../support/settings.ts'
import { addresses, startServer, withTier, type TestServer } from './test-server.ts'

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

  test.each(['ipv4,ipv6', 'ipv4,%20ipv6', 'ipv4+,+ipv6', 'ipv4%2Cipv6'])(
    'the list %s selects each of its types, blanks around commas aside',
    async (list) => {
      const server = await filledServer()
      const { headers } = await server.ask(`${SIGMA}?type=${list}`)
      expect(headers['x-rule-count']).toBe('2')
    }
  )

  test('mitre_attack is a spelling of mitre-attack', async () => {
    const server = await filledServer()
    const dashed = await server.ask(`${SIGMA}?type=mitre-attack`)
    const underscored = await server.ask(`${SIGMA}?type=mitre_attack`)
    expect(dashed.headers['x-rule-count']).toBe('1')
    expect(underscored.text).toBe(dashed.text)
    expect(underscored.headers.etag).toBe(dashed.headers.etag)
  })

  test('without a type all come', async () => {
    const server = await filledServer()
    const { text } = await server.ask(SIGMA)
    expect(loadAll(text)).toHaveLength(8)
  })

  test.each([
    ['ipv4', 1],
    ['ipv6', 1],
    ['domain', 1],
    ['url', 1],
    ['md5', 1],
    ['sha1', 0],
    ['sha256', 0],
    ['cve', 1],
    ['mitre-attack', 1],
    ['email', 1]
  ])('%s is a type', async (type, count) => {
    const server = await filledServer()
    const { status, headers } = await server.ask(`${SIGMA}?type=${type}`)
    expect([status, headers['x-rule-count']]).toEqual([200, String(count)])
  })

  test('the operator may leave types out of exports that name none', async () => {
    const server = await startServer({
      settings: (settings) => ({ ...settings, export: { defaultTypes: ['ipv4', 'domain'] } })
    })
    await server.import('198.51.100.1', 'evil.example', 'CVE-2021-44228')
    expect((await server.ask(SIGMA)).headers['x-rule-count']).toBe('2')
    expect((await server.ask(`${SIGMA}?type=cve`)).headers['x-rule-count']).toBe('1')
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

  test.each([
    ['the instant itself', '2026-05-17T10:00:00.000001Z', '1'],
    ['a digit more than microseconds, which is cut off', '2026-05-17T10:00:00.0000019Z', '1'],
    ['the microsecond before', '2026-05-17T10:00:00.000000Z', '2'],
    ['the same instant in another zone', '2026-05-17T15:30:00.000000+0530', '2'],
    ['the first moment that is read', '1970-01-01', '3'],
    ['the last moment that is read', '2200-12-31T23:59:59.999999Z', '0']
  ])('compares instants exactly: %s', async (_what, since, count) => {
    const server = await startServer()
    await server.import(...addresses(3))
    const { headers } = await server.ask(`${SIGMA}?since=${encodeURIComponent(since)}`)
    expect(headers['x-rule-count']).toBe(count)
  })

  test.each(['0001-01-01T00:00:00Z', '1969-12-31', '9999-12-31', '2201-01-01', '-0001-01-01'])(
    '%s is refused with the years that are read',
    async (since) => {
      const server = await startServer()
      const { status, text } = await server.ask(`${SIGMA}?since=${since}`)
      expect([status, errorOf(text).details?.['parameter']]).toEqual([400, 'since'])
      expect(errorOf(text).message).toContain('1970 to 2200')
    }
  )

  test('does not look at the clock', async () => {
    const server = await startServer()
    await server.import('198.51.100.1')
    const future = await server.ask(`${SIGMA}?since=2100-01-01`)
    expect(future.headers).toMatchObject({ 'x-rule-count': '0', 'x-next-since': '2026-05-17T10:00:00.000000Z' })
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

  test('industry selects what any of the named sectors concerns', async () => {
    const server = await startServer()
    await server.importText(
      'Feed',
      'indicator,industry\n198.51.100.1,energy\n198.51.100.2,water\n198.51.100.3,energy;finance\n198.51.100.4,\n'
    )
    const count = async (industry: string): Promise<unknown> =>
      (await server.ask(`${SIGMA}?industry=${industry}`)).headers['x-rule-count']
    expect(await count('energy')).toBe('2')
    expect(await count('energy,financial-services')).toBe('2')
    expect(await count('water-and-wastewater,financial-services')).toBe('2')
    expect(await count('dams')).toBe('0')
  })

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

  test("the name is the publisher's", async () => {
    const { publisher } = await defaultSettings()
    const server = await startServer({
      settings: (settings) => ({ ...settings, publisher: { ...publisher, slug: 'acme_cert' } })
    })
    const { headers } = await server.ask(`${SIGMA}?download=1`)
    expect(headers['content-disposition']).toBe('attachment; filename="acme_cert_rules.yml"')
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

describe('a hostile name', () => {
  test('comes back as text of one line, cut', async () => {
    const server = await filledServer()
    const { status, text } = await server.ask(`${SIGMA}?${encodeURIComponent('<script>\r\n'.repeat(30))}=1`)
    expect(status).toBe(400)
    expect(errorOf(text).message).not.toMatch(/[\r\n]/)
    expect(text.length).toBeLessThan(1_000)
  })
})

describe('limit', () => {
  test('is 100 unless asked for', async () => {
    const server = await startServer()
    await server.import(...addresses(101))
    const { headers } = await server.ask(SIGMA)
    expect(headers['x-rule-count']).toBe('100')
    expect(headers).toHaveProperty('link')
  })

  test("is the tier's maximum where that is smaller", async () => {
    const server = await startServer({ settings: withTier('pro', { resultsPerRequest: 7 }) })
    await server.import(...addresses(9))
    expect((await server.ask(SIGMA)).headers['x-rule-count']).toBe('7')
    expect((await server.ask(`${SIGMA}?limit=8`)).status).toBe(400)
  })

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

test('an operation without parameters says that it takes none', async () => {
  const server = await startServer()
  const { status, text } = await server.ask('/api/v1/me?x=1')
  expect([status, errorOf(text).message]).toEqual([400, 'x: this request takes no parameters.'])
})
