import { describe, expect, it } from 'vitest'
import { HOSTILE_TEXTS } from '../../../../tests/conformance/corpus/hostile-texts.ts'
import { HOSTILE_VALUES } from '../../../../tests/conformance/corpus/hostile-values.ts'
import { goldenIndicator, type GoldenIndicator } from '../../../../tests/golden/rules/golden-indicator.ts'
import {
  type BundleParts,
  EVERY_KIND,
  findingsIn,
  POSITION,
  writtenBundle
} from '../../../../tests/support/written-bundle.ts'
import { normalise } from '../../../indicator/normalise.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import { TLPS } from '../../../indicator/tlp.ts'
import { INDICATOR_CLASSES } from '../../indicator-class.ts'
import { MOST_OBJECTS } from './indicator-files.ts'
import { sentinel } from './sentinel.ts'
import { MOST_ROWS } from './watchlist.ts'

interface UploadedObject {
  readonly id: string
  readonly modified: string
  readonly valid_until: string
  readonly labels: readonly string[]
  readonly object_marking_refs?: readonly string[]
}

interface Request {
  readonly sourcesystem: string
  readonly stixobjects: readonly UploadedObject[]
}

const LIST = 'watchlist/sigmill.csv'

const written = (parts: BundleParts) => writtenBundle(sentinel, parts)

const requestsIn = (files: ReadonlyMap<string, string>): readonly Request[] =>
  [...files].filter(([path]) => path.startsWith('indicators/')).map(([, text]) => JSON.parse(text) as Request)

const objectsOf = async (parts: BundleParts): Promise<readonly UploadedObject[]> =>
  requestsIn(await written(parts)).flatMap(({ stixobjects }) => stixobjects)

const addresses = (count: number): readonly GoldenIndicator[] =>
  Array.from({ length: count }, (_, n) => ({ kind: 'ipv4', value: `203.0.${n >> 8}.${n & 255}` }))

describe('a bundle for Sentinel', () => {
  it('uploads every kind that it carries, with the class by which the rules find it', async () => {
    const objects = await objectsOf({ rows: EVERY_KIND })
    const carried = EVERY_KIND.filter(({ kind }) => !Object.hasOwn(sentinel.leavesOut, kind))
    expect(objects.map(({ id }) => id)).toEqual(carried.map((golden) => `indicator--${goldenIndicator(golden).id}`))
    const classes = objects.flatMap(({ labels }) => labels.filter((label) => label.startsWith('sigmill-class:')))
    expect(new Set(classes)).toEqual(new Set(INDICATOR_CLASSES.map((name) => `sigmill-class:${name}`)))
  })

  it('says the level of the rule, which is not the confidence', async () => {
    const [policy] = await objectsOf({
      rows: [{ kind: 'ipv4', value: '192.0.2.1', confidence: 'high', context: { threatTypes: ['tor'] } }]
    })
    expect(policy?.labels).toEqual(['tor', 'sigmill-class:destination-ip', 'sigmill-level:low'])
  })

  it('fills requests to what one may hold', async () => {
    const requests = requestsIn(await written({ rows: addresses(2 * MOST_OBJECTS + 1) }))
    expect(requests.map(({ stixobjects }) => stixobjects.length)).toEqual([MOST_OBJECTS, MOST_OBJECTS, 1])
    expect(new Set(requests.map(({ sourcesystem }) => sourcesystem))).toEqual(new Set(['sigmill']))
    expect(requestsIn(await written({ rows: addresses(MOST_OBJECTS) }))).toHaveLength(1)
    expect(requestsIn(await written({}))).toEqual([])
  })

  it('makes a version of its own of a row that was renewed', async () => {
    const [fresh] = await objectsOf({ rows: [{ kind: 'ipv4', value: '192.0.2.1', added: '2026-05-30T10:00:00Z' }] })
    expect(fresh?.modified).toBe('2026-05-30T10:00:00.000000Z')
    expect(fresh?.valid_until).toBe('2026-07-29T00:00:00.000000Z')
    const [renewed] = await objectsOf({ rows: [{ kind: 'ipv4', value: '192.0.2.1', added: '2026-04-20T10:00:00Z' }] })
    expect(renewed?.modified).toBe('2026-05-20T00:00:00.000000Z')
    expect(renewed?.valid_until).toBe('2026-07-19T00:00:00.000000Z')
  })

  it('ends the validity of what was removed, and revokes nothing', async () => {
    const files = await written({ since: POSITION - 1, gone: [{ kind: 'domain', value: 'evil.example.com' }] })
    const [object] = requestsIn(files).flatMap(({ stixobjects }) => stixobjects)
    expect(object?.valid_until).toBe('2026-05-31T23:59:59.000000Z')
    expect(object?.modified).toBe('2026-05-31T23:59:59.000000Z')
    expect(object).not.toHaveProperty('revoked')
    expect(await findingsIn(sentinel, files)).toEqual([])
  })

  it('ends the validity of what was taken back at once no earlier than it began', async () => {
    const gone: GoldenIndicator = { kind: 'domain', value: 'evil.example.com', added: '2026-05-31T23:59:59Z' }
    expect((await objectsOf({ since: POSITION - 1, gone: [gone] }))[0]?.valid_until).toBe('2026-06-01T00:00:00.000000Z')
  })

  it('marks with the levels that Sentinel shows', async () => {
    const marked = await Promise.all(
      TLPS.map(async (tlp) => {
        const [object] = await objectsOf({ rows: [{ kind: 'ipv4', value: '192.0.2.1', context: { tlp } }] })
        return object?.object_marking_refs?.[0]?.slice('marking-definition--'.length, -28)
      })
    )
    expect(marked).toEqual(['613f2e26', '34098fce', 'f88d31f6', '5e57c739', '5e57c739'])
    expect((await objectsOf({ rows: [{ kind: 'ipv4', value: '192.0.2.1' }] }))[0]).not.toHaveProperty(
      'object_marking_refs'
    )
  })

  it('holds a small set as a watchlist too', async () => {
    const files = await written({
      rows: [{ kind: 'url', value: 'evil.example.com/a,"b', context: { tlp: 'green' } }],
      whyUrl: (id) => `https://ti.example.org/${id}/why`
    })
    const { id } = goldenIndicator({ kind: 'url', value: 'evil.example.com/a,"b' })
    expect(files.get(LIST)).toBe(
      'Value,Class,RuleId,Title,Level,Confidence,Tlp,ValidUntil,Why\n' +
        `"evil.example.com/a,""b",url,${id},"Malicious URL evil.example.com/a,""b",high,85,green,2026-07-16T00:00:00Z,https://ti.example.org/${id}/why\n`
    )
    expect(files.get('README.md')).toContain('a watchlist')
    expect((await written({ rows: addresses(1) })).get(LIST)?.endsWith(',high,85,,2026-07-16T00:00:00Z,\n')).toBe(true)
  })

  it('holds no watchlist of what is too much for one', async () => {
    expect((await written({ rows: addresses(MOST_ROWS) })).has(LIST)).toBe(true)
    const files = await written({ rows: addresses(MOST_ROWS + 1) })
    expect(files.has(LIST)).toBe(false)
    expect(files.get('README.md')).not.toContain('a watchlist')
    const long = Array.from(
      { length: 900 },
      (_, n): GoldenIndicator => ({ kind: 'url', value: `h.example/${'a'.repeat(2000)}${n}` })
    )
    expect((await written({ rows: long })).has(LIST)).toBe(false)
  })

  it('holds no watchlist of a delta, and says that it is one', async () => {
    const files = await written({ since: POSITION - 1, rows: addresses(1) })
    expect(files.has(LIST)).toBe(false)
    expect(files.get('README.md')).toContain('What changed from 2026-06-01T11:59:59.999999Z')
    expect((await written({ rows: addresses(1) })).get('README.md')).toContain(
      'Every selected indicator as of 2026-06-01'
    )
  })

  it('writes its page last', async () => {
    expect([...(await written({})).keys()].at(-1)).toBe('README.md')
  })

  it('carries hostile values and names unharmed, and in its tables alone', async () => {
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
    expect(await findingsIn(sentinel, files)).toEqual([])
    const carried = rows.filter(({ kind }) => !Object.hasOwn(sentinel.leavesOut, kind))
    expect(requestsIn(files).flatMap(({ stixobjects }) => stixobjects)).toHaveLength(carried.length)
    const empty = await written({})
    for (const path of ['analytics-rules.json', 'watchlist/analytics-rules.json'])
      expect(files.get(path)).toBe(empty.get(path))
  })
})
