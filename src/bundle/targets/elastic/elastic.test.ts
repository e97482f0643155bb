import { describe, expect, it } from 'vitest'
import { HOSTILE_TEXTS } from '../../../../tests/conformance/corpus/hostile-texts.ts'
import { HOSTILE_VALUES } from '../../../../tests/conformance/corpus/hostile-values.ts'
import { goldenIndicator, type GoldenIndicator } from '../../../../tests/golden/rules/golden-indicator.ts'
import {
  type BundleParts,
  EVERY_KIND,
  findingsIn,
  LOAD,
  POSITION,
  writtenBundle
} from '../../../../tests/support/written-bundle.ts'
import { normalise } from '../../../indicator/normalise.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { TLPS } from '../../../indicator/tlp.ts'
import { elastic } from './elastic.ts'

const INDEX = 'threat-indicators-sigmill'

const written = (parts: BundleParts) => writtenBundle(elastic, parts)

const linesIn = (files: ReadonlyMap<string, string>): readonly unknown[] =>
  [...files]
    .filter(([path]) => path.startsWith('indicators/'))
    .flatMap(([, text]) => text.trimEnd().split('\n'))
    .map((line): unknown => JSON.parse(line))

/** Actions and documents of rows, in turn. */
const linesOf = async (parts: BundleParts) => linesIn(await written(parts))

const documentOf = async (golden: GoldenIndicator) => (await linesOf({ rows: [golden] }))[1]

const indicatorOf = async (golden: GoldenIndicator): Promise<unknown> => {
  const document = (await documentOf(golden)) as { threat: { indicator: unknown } }
  return document.threat.indicator
}

describe('a bundle for Elastic', () => {
  it('indexes every kind that it carries under the id of its rule', async () => {
    const carried = EVERY_KIND.filter(({ kind }) => !Object.hasOwn(elastic.leavesOut, kind))
    const actions = (await linesOf({ rows: EVERY_KIND })).filter((_, line) => line % 2 === 0)
    expect(actions).toEqual(carried.map((golden) => ({ index: { _index: INDEX, _id: goldenIndicator(golden).id } })))
  })

  it('says in the fields of ECS what an indicator is and who reports it', async () => {
    const golden: GoldenIndicator = {
      kind: 'domain',
      value: 'evil.example.com',
      firstSeen: '2026-05-01T08:00:00Z',
      feeds: ['Feed A', 'Feed B'],
      context: { tlp: 'amber-strict', threatTypes: ['botnet_cc'], malwareFamilies: ['Emotet'], actors: ['TA542'] }
    }
    const { id } = goldenIndicator(golden)
    const whyUrl = (rule: string) => `https://ti.example.org/${rule}/why`
    expect((await linesOf({ rows: [golden], whyUrl }))[1]).toEqual({
      '@timestamp': '2026-05-17T00:00:00.000000Z',
      ecs: { version: '9.4.0' },
      event: {
        kind: 'enrichment',
        category: ['threat'],
        type: ['indicator'],
        module: 'sigmill',
        dataset: 'sigmill.indicator'
      },
      tags: ['botnet_cc', 'Emotet', 'TA542'],
      threat: {
        feed: { name: 'SOC Defenders', reference: 'https://socdefenders.ai' },
        indicator: {
          id: [id],
          name: 'evil.example.com',
          type: 'domain-name',
          url: { domain: 'evil.example.com' },
          description:
            'Detects a DNS query for evil.example.com or a subdomain, reported by Feed A, Feed B with high confidence, first seen 2026-05-01. Threat type: botnet cc. Malware family: Emotet. Actor or campaign: TA542.',
          confidence: 'High',
          first_seen: '2026-05-01T08:00:00Z',
          modified_at: '2026-05-17T00:00:00.000000Z',
          marking: { tlp: 'AMBER+STRICT', tlp_version: '2.0' },
          provider: 'Feed A, Feed B',
          reference: `https://ti.example.org/${id}/why`
        }
      },
      sigmill: {
        class: 'domain',
        type: 'domain',
        level: 'high',
        valid_until: '2026-07-16T00:00:00Z',
        bundle: LOAD
      }
    })
  })

  it('leaves out what is not known', async () => {
    const indicator = await indicatorOf({ kind: 'ipv4', value: '192.0.2.1', feeds: [] })
    for (const member of ['first_seen', 'marking', 'provider']) expect(indicator).not.toHaveProperty(member)
    expect(indicator).toHaveProperty('reference', 'https://socdefenders.ai')
    expect(await documentOf({ kind: 'ipv4', value: '192.0.2.1' })).not.toHaveProperty('tags')
  })

  it('puts each kind into the field of its own', async () => {
    expect(await indicatorOf({ kind: 'ipv6', value: '2001:db8::1' })).toMatchObject({
      type: 'ipv6-addr',
      ip: '2001:db8::1'
    })
    expect(await indicatorOf({ kind: 'sha256', value: 'c'.repeat(64) })).toMatchObject({
      type: 'file',
      file: { hash: { sha256: 'c'.repeat(64) } }
    })
    expect(await indicatorOf({ kind: 'email', value: 'bad@evil.example.com' })).toMatchObject({
      type: 'email-addr',
      email: { address: 'bad@evil.example.com' }
    })
  })

  it.each([
    [
      'a page',
      'evil.example.com/a/b',
      { scheme: 'https', domain: 'evil.example.com', path: '/a/b' },
      { page: { host: 'evil.example.com', path: '/a/b' } }
    ],
    [
      'a page with a query',
      'evil.example.com/a?b=c?d',
      { scheme: 'https', domain: 'evil.example.com', path: '/a', query: 'b=c?d' },
      {}
    ],
    [
      'a host',
      'evil.example.com/',
      { scheme: 'https', domain: 'evil.example.com', path: '/' },
      { host: 'evil.example.com' }
    ],
    [
      'a host with a port',
      'evil.example.com:8080/',
      { scheme: 'https', domain: 'evil.example.com', port: 8080, path: '/' },
      {}
    ],
    ['an address', '[2001:db8::1]:8443/a', { scheme: 'https', domain: '[2001:db8::1]', port: 8443, path: '/a' }, {}]
  ])('compares %s of a URL as far as equality goes', async (_, value, parts, compared) => {
    const full = `https://${value}`
    expect(await documentOf({ kind: 'url', value })).toMatchObject({ threat: { indicator: { type: 'url' } } })
    const document = (await documentOf({ kind: 'url', value })) as {
      threat: { indicator: { url: unknown } }
      sigmill: { url: unknown }
    }
    expect(document.threat.indicator.url).toEqual({ full, original: full, ...parts })
    expect(document.sigmill.url).toEqual({ http: `http://${value}`, https: full, ...compared })
  })

  it('shows a URL with the scheme that it was seen with', async () => {
    const golden: GoldenIndicator = { kind: 'url', value: 'evil.example.com/a', context: { scheme: 'http' } }
    expect(await indicatorOf(golden)).toMatchObject({ url: { full: 'http://evil.example.com/a', scheme: 'http' } })
  })

  it('deletes what was removed by its id', async () => {
    const gone: GoldenIndicator = { kind: 'domain', value: 'evil.example.com' }
    const files = await written({ since: POSITION - 1, gone: [gone] })
    expect(linesIn(files)).toEqual([{ delete: { _index: INDEX, _id: goldenIndicator(gone).id } }])
    expect(await findingsIn(elastic, files)).toEqual([])
  })

  it('marks with the levels of TLP 2.0', async () => {
    const marked = await Promise.all(
      TLPS.map((tlp) => indicatorOf({ kind: 'ipv4', value: '192.0.2.1', context: { tlp } }))
    )
    expect(marked).toMatchObject(
      ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'].map((tlp) => ({ marking: { tlp, tlp_version: '2.0' } }))
    )
  })

  it('cuts requests to a size that Elasticsearch takes with ease', async () => {
    const rows = Array.from(
      { length: 1_000 },
      (_, n): GoldenIndicator => ({ kind: 'url', value: `h.example/${'a'.repeat(1_900)}${n}` })
    )
    const files = await written({ rows })
    const requests = [...files].filter(([path]) => path.startsWith('indicators/'))
    expect(requests.map(([path]) => path).slice(0, 2)).toEqual(['indicators/0001.ndjson', 'indicators/0002.ndjson'])
    for (const [, text] of requests) expect(text.length).toBeLessThanOrEqual(3_000_000)
    expect(linesIn(files)).toHaveLength(2 * rows.length)
    expect(await findingsIn(elastic, files)).toEqual([])
    expect([...(await written({})).keys()].filter((path) => path.startsWith('indicators/'))).toEqual([])
  })

  it('takes out of the index what a whole bundle does not hold, and nothing else in a delta', async () => {
    const whole = await written({})
    expect(whole.get('load.sh')).toContain(`\nload=${LOAD}\n`)
    expect(whole.get('README.md')).toContain('Every selected indicator as of 2026-06-01')
    const delta = await written({ since: POSITION - 1 })
    expect(delta.get('load.sh')).not.toContain('sigmill.bundle')
    expect(delta.get('README.md')).toContain('What changed from 2026-06-01T11:59:59.999999Z')
  })

  it('writes its page last', async () => {
    expect([...(await written({})).keys()].at(-1)).toBe('README.md')
  })

  it('carries hostile values and names unharmed, and in its documents alone', async () => {
    const values = HOSTILE_VALUES.flatMap(([kind, text]): readonly GoldenIndicator[] => {
      const read = normalise(kind, text)
      return isRejection(read) ? [] : [{ kind: read.kind, value: read.value }]
    })
    const named = HOSTILE_TEXTS.map(
      (text, n): GoldenIndicator => ({
        kind: 'ipv4',
        value: `192.0.2.${n}`,
        feeds: [text],
        context: { malwareFamilies: [text], actors: [text], links: [`https://example.com/${text}`] }
      })
    )
    const rows = [...new Map([...values, ...named].map((row) => [goldenIndicator(row).id, row])).values()]
    const files = await written({ rows })
    expect(await findingsIn(elastic, files)).toEqual([])
    const carried = rows.filter(({ kind }) => !Object.hasOwn(elastic.leavesOut, kind))
    expect(linesIn(files)).toHaveLength(2 * carried.length)
    const empty = await written({})
    for (const path of ['detection-rules.ndjson', 'index-template.json', 'README.md'])
      expect(files.get(path)).toBe(empty.get(path))
  })
})
