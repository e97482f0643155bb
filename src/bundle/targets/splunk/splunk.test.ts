import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GoldenIndicator } from '../../../../tests/golden/rules/golden-indicator.ts'
import {
  type BundleParts,
  EVERY_KIND,
  findingsIn,
  LOAD,
  POSITION,
  REMOVED,
  writtenBundle
} from '../../../../tests/support/written-bundle.ts'
import { KIND_DEFINITIONS } from '../../../indicator/kinds.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { ruleId } from '../../../indicator/rule-id.ts'
import type { JsonObject } from '../../json-value.ts'
import { APP_VERSION } from './app-files.ts'
import { DETECTIONS } from './detections.ts'
import { MOST_DOCUMENTS } from './row-files.ts'
import { searchText } from './search-text.ts'
import { splunk } from './splunk.ts'
import { TABLES } from './table.ts'

const like = (pattern: RegExp): unknown => expect.stringMatching(pattern)

const DELTA = { since: POSITION - 1 }

const written = async (parts: BundleParts): Promise<Map<string, string>> => writtenBundle(splunk, parts)

const rowsIn = (files: ReadonlyMap<string, string>, folder: string): readonly JsonObject[] =>
  [...files].filter(([path]) => path.startsWith(folder)).flatMap(([, text]) => JSON.parse(text) as JsonObject[])

const rowsOf = async (...rows: readonly GoldenIndicator[]): Promise<readonly JsonObject[]> =>
  rowsIn(await written({ rows }), 'rows/')

describe('a bundle for Splunk', () => {
  it('puts every kind that it carries into a table', async () => {
    const files = await written({ rows: EVERY_KIND })
    const types = TABLES.map(({ name }) => [name, rowsIn(files, `rows/${name}/`).map(({ type }) => type)])
    expect(Object.fromEntries(types)).toEqual({
      ip: ['ipv4', 'ipv4', 'ipv6', 'ipv6'],
      domain: ['domain'],
      url: ['url'],
      hash: ['md5', 'sha1', 'sha256'],
      sender: ['email']
    })
    expect(await findingsIn(splunk, files)).toEqual([])
  })

  it('says in a row all that an alert shows', async () => {
    const golden: GoldenIndicator = {
      kind: 'url',
      value: 'Evil.example:443/Path?q=A',
      firstSeen: '2026-05-01',
      feeds: ['A', 'B'],
      context: {
        scheme: 'http',
        tlp: 'amber',
        threatTypes: ['phishing'],
        malwareFamilies: ['Emotet'],
        techniques: ['T1566.002']
      }
    }
    const id = ruleId('url', golden.value)
    const files = await written({ rows: [golden], whyUrl: (rule) => `https://ti.example.org/${rule}` })
    expect(rowsIn(files, 'rows/')).toEqual([
      {
        _key: id,
        match_value: 'evil.example/path?q=a*',
        host: 'evil.example',
        class: 'url',
        indicator: `http://${golden.value}`,
        type: 'url',
        rule_id: id,
        title: like(/^SOC Defenders IOC - Malicious URL /),
        severity: 'high',
        confidence: 'high',
        tlp: 'amber',
        threat_types: 'phishing',
        malware_families: 'Emotet',
        techniques: 'T1566.002',
        feeds: 'A, B',
        why: `https://ti.example.org/${id}`,
        valid_from: Date.parse('2026-05-17') / 1000,
        valid_until: Date.parse('2026-07-16') / 1000,
        load: LOAD
      }
    ])
  })

  it('has one row for each spelling of an address, and knows on which side it stands', async () => {
    const rows = await rowsOf(
      { kind: 'ipv6', value: '2001:db8::1' },
      { kind: 'ipv4', value: '192.0.2.2', context: { role: 'source' } }
    )
    const id = ruleId('ipv6', '2001:db8::1')
    expect(rows.map((row) => [row['_key'], row['match_value'], row['class']])).toEqual([
      [id, '2001:db8::1', 'destination-ip'],
      [`${id}:2`, '2001:db8:0:0:0:0:0:1', 'destination-ip'],
      [ruleId('ipv4', '192.0.2.2'), '192.0.2.2', 'attacking-ip']
    ])
  })

  it.each([
    ['evil.example/', 'evil.example/*', 'evil.example'],
    ['evil.example:80/A', 'evil.example/a*', 'evil.example'],
    ['evil.example:8443/a*b', 'evil.example:8443/a*b*', 'evil.example:8443'],
    ['[2001:db8::1]:443/', '[2001:db8::1]/*', '[2001:db8::1]'],
    ['[2001:db8::443]/', '[2001:db8::443]/*', '[2001:db8::443]']
  ])('looks for the URL %s as %s on %s', async (value, match, host) => {
    expect(await rowsOf({ kind: 'url', value })).toMatchObject([{ match_value: match, host }])
  })

  it('takes away in a delta by rows that nothing is found by', async () => {
    const gone: readonly GoldenIndicator[] = [{ kind: 'ipv6', value: '2001:db8::1' }]
    const id = ruleId('ipv6', '2001:db8::1')
    const files = await written({ ...DELTA, gone })
    expect(rowsIn(files, 'removals/ip/')).toEqual([
      { _key: id, valid_until: REMOVED, load: LOAD },
      { _key: `${id}:2`, valid_until: REMOVED, load: LOAD }
    ])
    expect(await findingsIn(splunk, files)).toEqual([])
  })

  it('brings the app with a whole bundle only, and there deletes what an older one loaded', async () => {
    const [whole, delta] = [await written({}), await written(DELTA)]
    expect([...whole.keys()].filter((path) => path.startsWith('sigmill/'))).toHaveLength(6)
    expect([...delta.keys()]).toEqual(['load.sh', 'README.md'])
    expect(whole.get('load.sh')).toContain(`\nload=${LOAD}\n`)
    expect(delta.get('load.sh')).not.toContain('load=')
    expect(whole.get('README.md')).toContain('Install the app')
    expect(delta.get('README.md')).toContain('What changed from 2026-')
    expect(delta.get('README.md')).toContain(`for its version ${APP_VERSION}`)
    expect((await written({ whyUrl: (id) => id })).get('README.md')).toContain('the page with the reasons')
  })

  it('cuts rows into files that batch_save takes', async () => {
    const rows = Array.from(
      { length: MOST_DOCUMENTS },
      (_, n): GoldenIndicator => ({ kind: 'ipv4', value: `198.18.${n >> 8}.${n & 255}` })
    )
    const files = await written({ rows: [{ kind: 'ipv6', value: '2001:db8::1' }, ...rows] })
    const sizes = [...files].filter(([path]) => path.startsWith('rows/')).map(([path]) => rowsIn(files, path).length)
    expect(sizes).toEqual([MOST_DOCUMENTS, 2])
    expect([...(await written({ rows })).keys()].filter((path) => path.startsWith('rows/'))).toHaveLength(1)
    expect(await findingsIn(splunk, files)).toEqual([])
  })

  it('holds no value of an indicator outside the rows, whatever it is', async () => {
    const value = `evil.example/'"$x$\`sigmill\`%{y}|delete`
    const files = await written({ rows: [{ kind: 'url', value }] })
    expect([...files].filter(([, text]) => text.includes('evil.example')).map(([path]) => path)).toEqual([
      'rows/url/0001.json'
    ])
    expect(rowsIn(files, 'rows/')).toMatchObject([{ match_value: `${value.toLowerCase()}*` }])
  })
})

describe('the saved searches', () => {
  it('ask for every class once or more, and never for the same fields of the same data', () => {
    expect(new Set(DETECTIONS.flatMap(({ classes }) => classes)).size).toBe(6)
    const asked = DETECTIONS.map(({ dataset, by, classes }) => JSON.stringify([dataset, by, classes]))
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('come switched off, at minutes of their own', async () => {
    const text = (await written({})).get('sigmill/default/savedsearches.conf') ?? ''
    expect(text.match(/^enableSched = 0$/gm)).toHaveLength(DETECTIONS.length)
    const crons = text.match(/^cron_schedule = .*$/gm) ?? []
    expect(new Set(crons).size).toBe(DETECTIONS.length)
  })

  it('have balanced brackets and quotes, and no dollar, which Splunk takes for a token', () => {
    for (const detection of DETECTIONS) {
      const text = searchText(detection)
      const plain = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')
      expect(plain).not.toContain('"')
      expect(plain.split('(').length).toBe(plain.split(')').length)
      expect(text).not.toContain('$')
    }
  })

  it.each([
    ['SHA1=AA,MD5=BB,SHA256=CC,IMPHASH=DD', ['AA', 'BB', 'CC']],
    ['BB', ['BB']],
    ['MD5=BB', ['BB']],
    ['IMPHASH=BB', []],
    ['BBB', []],
    ['unknown', []]
  ])('find in the hashes %s exactly %j', (field, found) => {
    const digits: Readonly<Record<string, string>> = {
      AA: 'a1'.repeat(20),
      BBB: `${'b2'.repeat(16)}b`,
      BB: 'b2'.repeat(16),
      CC: 'c3'.repeat(32),
      DD: 'd4'.repeat(16)
    }
    const spelled = (text: string): string => text.replaceAll(/\b(?:AA|BBB|BB|CC|DD)\b/g, (name) => digits[name] ?? '')
    const process = DETECTIONS.find(({ dataset }) => dataset === 'Endpoint.Processes')
    const [, pattern = ''] = /"\(\?i\)(.*)"/.exec(process?.key ?? '') ?? []
    const matches = [...spelled(field).matchAll(new RegExp(pattern, 'gi'))].map(({ groups }) => groups?.['seen'])
    expect(matches).toEqual(found.map(spelled))
  })

  it.each([
    ['http://evil.example/a', 'evil.example/a'],
    ['https://user:x@EVIL.example:443/a?b#c', 'evil.example/a?b'],
    ['evil.example:443', 'evil.example/'],
    ['tunnel://evil.example:443/', 'evil.example/'],
    ['http://evil.example:8080', 'evil.example:8080/'],
    ['http://evil.example?q=1', 'evil.example/?q=1'],
    ['http://good.example/?to=http://evil.example/', 'good.example/?to=http://evil.example/'],
    ['http://[2001:db8::443]/', '[2001:db8::443]/'],
    ['/path', 'proxied.example/path']
  ])('see the request %s as %s', (logged, seen) => {
    const url = DETECTIONS.find(({ table }) => table === 'url')
    const patterns = [...(url?.key ?? '').matchAll(/, "([^"]+)", ""\)/g)].map(([, pattern = '']) => new RegExp(pattern))
    expect(patterns).toHaveLength(6)
    const without = (text: string, ...numbers: readonly number[]): string =>
      numbers.reduce((rest, number) => rest.replace(patterns[number] ?? /(?!)/, ''), text)
    const named = without(logged.toLowerCase(), 0, 1)
    const rest = named.startsWith('/') ? `proxied.example${named}` : named
    const path = without(rest, 4, 5)
    expect(without(rest, 2, 3) + (path.startsWith('/') ? path : `/${path}`)).toBe(seen)
  })
})

const normalisedUrl = (text: string): string => {
  const read = KIND_DEFINITIONS.url.normalise(text)
  if (isRejection(read)) throw new Error(`no URL: ${text}`)
  return read.value
}

const ROW = {
  _key: ruleId('ipv4', '192.0.2.1'),
  match_value: '192.0.2.1',
  class: 'destination-ip',
  indicator: '192.0.2.1',
  type: 'ipv4',
  rule_id: ruleId('ipv4', '192.0.2.1'),
  title: 'x',
  severity: 'high',
  confidence: 'high',
  tlp: '',
  threat_types: '',
  malware_families: '',
  techniques: '',
  feeds: '',
  why: '',
  valid_from: 1,
  valid_until: 2,
  load: LOAD
}

const bodyOf = (...rows: readonly unknown[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`

const sound = await written({
  rows: [{ kind: 'ipv4', value: '192.0.2.1' }],
  gone: [{ kind: 'ipv4', value: '192.0.2.2' }]
})

const findingsWith = async (path: string, text: string) => findingsIn(splunk, new Map([...sound, [path, text]]))

describe('the check of a bundle for Splunk', () => {
  it('finds nothing in what sigmill writes, for any value', async () => {
    const path = fc.stringMatching(/^[!-~]{1,40}$/)
    await fc.assert(
      fc.asyncProperty(path, fc.boolean(), async (text, isDelta) => {
        const rows: readonly GoldenIndicator[] = [
          { kind: 'url', value: normalisedUrl(`evil.example:443/${text}`) },
          { kind: 'url', value: '[2001:db8::1]/' },
          { kind: 'domain', value: 'xn--e1afmkfd.example' },
          { kind: 'email', value: "o'neil+x@evil.example" }
        ]
        const gone: readonly GoldenIndicator[] = [{ kind: 'ipv6', value: '2001:db8::1' }]
        const files = await written({ rows, gone, ...(isDelta ? DELTA : {}) })
        expect(await findingsIn(splunk, files)).toEqual([])
      }),
      { numRuns: 100 }
    )
  })

  it('names every file that is missing', async () => {
    const without = new Map(sound)
    for (const path of ['README.md', 'sigmill/default/macros.conf']) without.delete(path)
    const problem = 'The file is missing. Build the bundle again.'
    expect(await findingsIn(splunk, without)).toEqual([
      { path: 'sigmill/default/macros.conf', line: undefined, problem },
      { path: 'README.md', line: undefined, problem }
    ])
    expect((await findingsIn(splunk, new Map())).map(({ path }) => path)).toEqual(['load.sh', 'README.md'])
  })

  it.each([
    ['', 'breaks off', undefined],
    ['[\nno\n]\n', 'is no JSON object', 2],
    ['[\n[]\n]\n', 'is no JSON object', 2],
    [bodyOf(ROW, { ...ROW }), 'stands twice', 3],
    [bodyOf({ ...ROW, title: 7 }), 'title is no text', 2],
    [bodyOf({ ...ROW, valid_until: 1.5 }), 'valid_until is no whole number', 2],
    [bodyOf({ ...ROW, class: 'other' }), 'its class is unknown', 2],
    [bodyOf({ ...ROW, confidence: 'certain' }), 'its confidence is unknown', 2],
    [bodyOf({ ...ROW, type: 'domain' }), 'its type is none of the table ip', 2],
    [bodyOf({ ...ROW, indicator: '300.0.0.1' }), 'its indicator is no ipv4', 2],
    [bodyOf({ ...ROW, type: 'ipv6', indicator: '::ffff:192.0.2.1' }), 'its indicator is no ipv6', 2],
    [bodyOf({ ...ROW, rule_id: ruleId('ipv4', '192.0.2.2') }), 'its rule_id is not', 2],
    [bodyOf({ ...ROW, match_value: '192.0.2.*' }), 'its match_value is not', 2],
    [bodyOf({ ...ROW, _key: `${ROW._key}:2` }), 'its _key is not', 2]
  ])('finds in the rows %j: %s', async (text, problem, line) => {
    const findings = await findingsWith('rows/ip/0001.json', text)
    expect(findings[0]).toMatchObject({ path: 'rows/ip/0001.json', line })
    expect(findings[0]?.problem).toContain(problem)
  })

  it.each([
    [{ _key: 'x', valid_until: 1 }, '_key is none of a row'],
    [{ valid_until: 1 }, '_key is none of a row'],
    [{ _key: ruleId('ipv4', '192.0.2.3'), valid_until: 1, match_value: 'x' }, 'it has a match_value'],
    [{ _key: ruleId('ipv4', '192.0.2.3') }, 'valid_until is no whole number']
  ])('finds in the removal %j: %s', async (row, problem) => {
    const findings = await findingsWith('removals/ip/0001.json', bodyOf(row))
    expect(findings.map((finding) => finding.problem)).toEqual([expect.stringContaining(problem)])
  })

  it('finds a file that is too large for one request', async () => {
    const rows = Array.from({ length: MOST_DOCUMENTS + 1 }, (_, n) => ({
      _key: ruleId('ipv4', String(n)),
      valid_until: n
    }))
    const findings = await findingsWith('removals/ip/0001.json', bodyOf(...rows))
    expect(findings.map(({ problem }) => problem)).toEqual([expect.stringContaining('batch_save takes 1000')])
  })

  it.each([...sound.keys()].filter((path) => path.startsWith('sigmill/') || path === 'load.sh'))(
    'finds that %s is not that of the program',
    async (path) => {
      const problem = 'The text is not the one that this version of sigmill writes. Build the bundle again.'
      const findings = await findingsWith(path, `${sound.get(path)}\n`)
      expect(findings).toEqual([{ path, line: undefined, problem }])
    }
  )

  it('finds a script that loads other files than the bundle has', async () => {
    const script = (sound.get('load.sh') ?? '').replace('rows/ip/0001.json\n', '')
    expect((await findingsWith('load.sh', script)).map(({ path }) => path)).toEqual(['load.sh'])
  })

  it.each(['rows/other/0001.json', 'notes.txt', 'sigmill/bin/run.py'])(
    'finds %s, which no bundle has',
    async (path) => {
      const problem = 'No bundle for this target has such a file. Build the bundle again.'
      expect(await findingsWith(path, '')).toEqual([{ path, line: undefined, problem }])
    }
  )
})
