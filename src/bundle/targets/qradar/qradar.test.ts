import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GoldenIndicator, goldenIndicator } from '../../../../tests/golden/rules/golden-indicator.ts'
import { SEED_STYLE } from '../../../../tests/golden/rules/seed-style.ts'
import { ruleFor } from '../../../detect/rule-for.ts'
import { KINDS } from '../../../indicator/kind.ts'
import { KIND_DEFINITIONS } from '../../../indicator/kinds.ts'
import { isRejection } from '../../../indicator/rejection.ts'
import type { BundleEntry } from '../../bundle-entry.ts'
import type { BundleFinding, BundleFiles } from '../../bundle-target.ts'
import type { Bundle } from '../../bundle.ts'
import { onePiece } from '../../one-piece.ts'
import { wholeText } from '../../whole-text.ts'
import { MOST_ENTRIES } from './entry-files.ts'
import { qradar } from './qradar.ts'
import type { SetEntry } from './set-entry.ts'

const HASH = { md5: 'a'.repeat(32), sha1: 'b'.repeat(40), sha256: 'c'.repeat(64) }
const DAY = 86_400

const normalisedUrl = (text: string): string => {
  const read = KIND_DEFINITIONS.url.normalise(text)
  if (isRejection(read)) throw new Error(`no URL: ${text}`)
  return read.value
}

const entry = (golden: GoldenIndicator): BundleEntry => {
  const indicator = goldenIndicator(golden)
  return { indicator, rule: ruleFor(indicator, SEED_STYLE), validFrom: 20_000 * DAY, validUntil: 20_060 * DAY }
}

interface Parts {
  readonly rows?: readonly GoldenIndicator[]
  readonly gone?: readonly GoldenIndicator[]
  readonly since?: number
  readonly whyUrl?: (id: string) => string
}

const bundleOf = ({ rows = [], gone = [], since, whyUrl }: Parts): Bundle => ({
  position: 1_780_000_000_000_000,
  since,
  load: 'e5bd2a1f-7f0c-5a36-9f0e-3c9dd7a6b001',
  publisher: SEED_STYLE.publisher,
  whyUrl,
  async *entries(kinds) {
    yield rows.map(entry).filter(({ indicator }) => kinds.includes(indicator.kind))
  },
  async *live(kinds) {
    yield rows.map(entry).filter(({ indicator }) => kinds.includes(indicator.kind))
  },
  async *removals(kinds) {
    yield gone.map(entry).filter(({ indicator }) => kinds.includes(indicator.kind))
  }
})

const written = async (parts: Parts): Promise<ReadonlyMap<string, string>> => {
  const files = new Map<string, string>()
  for await (const { path, text } of qradar.files(bundleOf(parts))) files.set(path, await wholeText(text))
  return files
}

const entriesIn = (files: ReadonlyMap<string, string>): readonly SetEntry[] =>
  [...files]
    .filter(([path]) => path.startsWith('entries/'))
    .flatMap(([, text]) => JSON.parse(text) as readonly SetEntry[])

const entriesOf = async (parts: Parts) => entriesIn(await written(parts))

const findingsIn = async (files: ReadonlyMap<string, string>): Promise<readonly BundleFinding[]> => {
  const read: BundleFiles = {
    paths: [...files.keys()].sort(),
    read: (path) => onePiece(files.get(path) ?? '')
  }
  const findings: BundleFinding[] = []
  for await (const finding of qradar.check(read)) findings.push(finding)
  return findings
}

const findingsWith = async (path: string, text: string) =>
  findingsIn(new Map([...(await written({ rows: [{ kind: 'ipv4', value: '192.0.2.1' }] })), [path, text]]))

describe('a bundle for QRadar', () => {
  it('puts every kind that it carries into a set of its class', async () => {
    const rows: readonly GoldenIndicator[] = [
      { kind: 'ipv4', value: '192.0.2.1' },
      { kind: 'ipv4', value: '192.0.2.2', context: { role: 'source' } },
      { kind: 'ipv6', value: '2001:db8:1:2:3:4:5:6' },
      { kind: 'ipv6', value: '2001:db8:1:2:3:4:5:7', context: { role: 'source' } },
      { kind: 'domain', value: 'evil.example.com' },
      { kind: 'url', value: 'evil.example.com/a' },
      { kind: 'md5', value: HASH.md5 },
      { kind: 'sha1', value: HASH.sha1 },
      { kind: 'sha256', value: HASH.sha256 },
      { kind: 'cve', value: 'CVE-2021-44228' },
      { kind: 'mitre-attack', value: 'T1059.001' },
      { kind: 'email', value: 'bad@evil.example.com' }
    ]
    const sets = (await entriesOf({ rows })).map(({ set }) => set)
    expect([...new Set(sets)]).toEqual([
      'sigmill_ip_high',
      'sigmill_attacker_ip_high',
      'sigmill_ipv6_high',
      'sigmill_attacker_ipv6_high',
      'sigmill_domain_high',
      'sigmill_url_high',
      'sigmill_md5_high',
      'sigmill_sha1_high',
      'sigmill_sha256_high',
      'sigmill_sender_high'
    ])
  })

  it('says of every kind whether it carries it or why not', async () => {
    for (const kind of KINDS) {
      const carried = Object.hasOwn(qradar.leavesOut, kind) ? 0 : 1
      const value = {
        ...HASH,
        ipv4: '192.0.2.1',
        ipv6: '2001:db8::1',
        domain: 'evil.example',
        url: 'evil.example/',
        cve: 'CVE-2021-44228',
        'mitre-attack': 'T1059',
        email: 'a@evil.example'
      }[kind]
      expect(Math.min(1, (await entriesOf({ rows: [{ kind, value }] })).length)).toBe(carried)
    }
  })

  it.each([
    ['low', 'low', false],
    ['medium', 'medium', false],
    ['high', 'high', false],
    ['low', 'high', true]
  ] as const)('rates confidence %s as %s, critical %s', async (confidence, rating, critical) => {
    const rows: readonly GoldenIndicator[] = [{ kind: 'md5', value: HASH.md5, confidence, context: { critical } }]
    expect((await entriesOf({ rows })).map(({ set }) => set)).toEqual([`sigmill_md5_${rating}`])
  })

  it('writes every spelling that a property may hold', async () => {
    const values = async (golden: GoldenIndicator) => (await entriesOf({ rows: [golden] })).map(({ value }) => value)
    expect(await values({ kind: 'ipv6', value: '2001:db8::dead:beef' })).toEqual([
      '2001:db8::dead:beef',
      '2001:db8:0:0:0:0:dead:beef'
    ])
    expect(await values({ kind: 'domain', value: 'evil.example' })).toEqual(['evil.example', 'evil.example.'])
    expect(await values({ kind: 'url', value: 'evil.example/A?b=C' })).toEqual([
      'http://evil.example/a?b=c',
      'https://evil.example/a?b=c',
      'evil.example/a?b=c'
    ])
    expect(await values({ kind: 'url', value: 'evil.example/' })).toEqual([
      'http://evil.example/',
      'https://evil.example/',
      'evil.example/',
      'evil.example',
      'evil.example:443',
      'http://evil.example',
      'https://evil.example'
    ])
  })

  it('tells an analyst rule, confidence, TLP, end and reason', async () => {
    const golden: GoldenIndicator = { kind: 'ipv4', value: '192.0.2.1', context: { tlp: 'amber-strict' } }
    const { id } = goldenIndicator(golden)
    expect(await entriesOf({ rows: [golden], whyUrl: (rule) => `https://ti.example.org/${rule}/why` })).toEqual([
      {
        set: 'sigmill_ip_high',
        value: '192.0.2.1',
        source: 'SOC Defenders',
        notes: `rule ${id}, high confidence, TLP:AMBER+STRICT, until 2024-12-03, https://ti.example.org/${id}/why`
      }
    ])
    expect((await entriesOf({ rows: [{ kind: 'ipv4', value: '192.0.2.1' }] }))[0]?.notes).toBe(
      `rule ${id}, high confidence, until 2024-12-03`
    )
  })

  it('takes a changed row out of the other sets of its kind in a delta, and a removed one out of all', async () => {
    const delta = { since: 1_770_000_000_000_000 }
    const line = ({ set, delete_entry }: SetEntry) => `${delete_entry === true ? '-' : '+'} ${set}`
    expect((await entriesOf({ ...delta, rows: [{ kind: 'md5', value: HASH.md5 }] })).map(line)).toEqual([
      '- sigmill_md5_medium',
      '- sigmill_md5_low',
      '+ sigmill_md5_high'
    ])
    expect((await entriesOf({ ...delta, gone: [{ kind: 'ipv4', value: '192.0.2.1' }] })).map(line)).toEqual([
      '- sigmill_ip_high',
      '- sigmill_ip_medium',
      '- sigmill_ip_low',
      '- sigmill_attacker_ip_high',
      '- sigmill_attacker_ip_medium',
      '- sigmill_attacker_ip_low'
    ])
  })

  it('has no file of entries where there is nothing to load', async () => {
    expect([...(await written({})).keys()].filter((path) => path.startsWith('entries/'))).toEqual([])
  })

  it('cuts the entries into files that one request takes', async () => {
    const rows = Array.from(
      { length: MOST_ENTRIES + 1 },
      (_, n): GoldenIndicator => ({
        kind: 'ipv4',
        value: `203.0.${n >> 8}.${n & 255}`
      })
    )
    const files = await written({ rows })
    expect(JSON.parse(files.get('entries/0001.json') ?? '')).toHaveLength(MOST_ENTRIES)
    expect(JSON.parse(files.get('entries/0002.json') ?? '')).toHaveLength(1)
    expect(await findingsIn(files)).toEqual([])
    expect([...(await written({ rows: rows.slice(1) })).keys()].filter((path) => path.startsWith('entries/'))).toEqual([
      'entries/0001.json'
    ])
  })

  it('says in its page whether it is whole', async () => {
    const whole = (await written({ whyUrl: (id) => id })).get('README.md')
    expect(whole).toContain('Every selected indicator as of 2026-')
    expect(whole).toContain('the page that tells why it is there')
    const delta = (await written({ since: 1_770_000_000_000_000 })).get('README.md')
    expect(delta).toContain('What changed from 2026-')
    expect(delta).toContain('`sigmill why <rule>` tells the rest')
  })

  it('writes its page last', async () => {
    expect([...(await written({})).keys()].at(-1)).toBe('README.md')
  })

  it('holds no value of an indicator outside the entries, whatever it is', async () => {
    const value = `evil.example/'"$(x)\`%{y}</script>`
    const files = await written({ rows: [{ kind: 'url', value }] })
    expect([...files].filter(([, text]) => text.includes('evil.example/')).map(([path]) => path)).toEqual([
      'entries/0001.json'
    ])
    expect(entriesIn(files)[2]?.value).toBe(value.toLowerCase())
    expect(await findingsIn(files)).toEqual([])
  })
})

describe('the searches for QRadar', () => {
  it('name sets that there are, in balanced brackets, and end in a time', async () => {
    const files = await written({})
    const sets = (JSON.parse(files.get('sets.json') ?? '') as { name: string }[]).map(({ name }) => name)
    const searches = [...files].filter(([path]) => path.endsWith('.aql'))
    const named = searches.flatMap(([, text]) =>
      [...text.matchAll(/REFERENCESETCONTAINS\('(\w+)'/g)].map(([, set]) => set)
    )
    expect(new Set(named)).toEqual(new Set(sets))
    for (const [, text] of searches) {
      expect(text.split('(').length).toBe(text.split(')').length)
      expect(text.endsWith('\nLAST 75 MINUTES\n')).toBe(true)
    }
  })

  it('cut names to their last labels and nothing else', async () => {
    const text = (await written({})).get('searches/high-domains.aql') ?? ''
    const patterns = [...text.matchAll(/REPLACEFIRST\('([^']*)', REPLACEFIRST\('[^']*', LOWER\("URL"\), ''\)/g)].map(
      ([, pattern = '']) => new RegExp(pattern)
    )
    const port = /REPLACEFIRST\('([^']*)', LOWER\("URL"\), ''\)/.exec(text)?.[1] ?? ''
    const forms = (name: string) => patterns.map((pattern) => name.replace(new RegExp(port), '').replace(pattern, ''))
    expect(forms('a.b.c.d.evil.example.com.')).toEqual(['example.com.', 'evil.example.com.', 'd.evil.example.com.'])
    expect(forms('www.evil.example:443')).toEqual(['evil.example', 'www.evil.example', 'www.evil.example'])
    expect(text).toContain(
      `REFERENCESETCONTAINS('sigmill_domain_high', REPLACEFIRST('${port}', LOWER("URL Host"), ''))`
    )
    expect(forms('evil.example.com')).toEqual(['example.com', 'evil.example.com', 'evil.example.com'])
    expect(forms('http://good.example/?to=www.evil.example')).toEqual(
      Array.from({ length: 3 }, () => 'http://good.example/?to=www.evil.example')
    )
  })
})

describe('the check of a bundle for QRadar', () => {
  it('finds nothing in what sigmill writes, for any value', async () => {
    const parts = fc.stringMatching(/^[!-~]{1,40}$/)
    await fc.assert(
      fc.asyncProperty(parts, fc.boolean(), async (path, isDelta) => {
        const rows: readonly GoldenIndicator[] = [
          { kind: 'url', value: normalisedUrl(`evil.example:443/${path}`) },
          { kind: 'url', value: 'evil.example:443/' },
          { kind: 'url', value: '[2001:db8::1]/' },
          { kind: 'ipv6', value: '2001:db8::1' },
          { kind: 'domain', value: 'xn--e1afmkfd.example' },
          { kind: 'email', value: "o'neil+x@evil.example" }
        ]
        const files = await written({ rows, gone: rows, ...(isDelta ? { since: 1 } : {}) })
        expect(await findingsIn(files)).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it('names every file that is missing', async () => {
    const paths = (await findingsIn(new Map())).map(({ path }) => path)
    expect(paths).toHaveLength(4 + 15)
    expect(paths).toContain('searches/low-senders.aql')
  })

  it.each([
    ['sets.json', '[]\n', undefined, 'not the one that this version of sigmill writes'],
    ['load.sh', 'rm -rf /\n', undefined, 'not the one that this version of sigmill writes'],
    [
      'searches/high-urls.aql',
      'SELECT sourceip FROM events\n',
      undefined,
      'not the one that this version of sigmill writes'
    ],
    ['rules.md', "REFERENCESETCONTAINS('other', URL)\n", 1, 'The reference set "other"'],
    ['entries/0001.json', '', undefined, 'does not end with a line "]"'],
    ['entries/0001.json', '{\n]\n', 1, 'does not begin with a line "["'],
    ['entries/0001.json', '[\n{\n]\n', 2, 'is no JSON object'],
    ['entries/0001.json', '[\nnull\n]\n', 2, 'is no JSON object'],
    ['entries/0001.json', '[\n7\n]\n', 2, 'is no JSON object'],
    ['entries/0001.json', '[\n[]\n]\n', 2, 'is no JSON object'],
    ['entries/0001.json', '[\n{"id":1}\n]\n', 2, 'no member "id"'],
    ['entries/0001.json', '[\n{"set":7}\n]\n', 2, 'The reference set 7'],
    ['entries/0001.json', '[\n{"set":"other"}\n]\n', 2, 'The reference set "other"'],
    ['entries/0001.json', '[\n{"set":"sigmill_ip_high"}\n]\n', 2, 'The value is no text'],
    [
      'entries/0001.json',
      '[\n{"set":"sigmill_ip_high","value":"192.0.2.1","delete_entry":false}\n]\n',
      2,
      'delete_entry'
    ],
    ['entries/0001.json', '[\n{"set":"sigmill_ip_high","value":"192.0.2.1"}\n]\n', 2, 'no text as source'],
    ['entries/0001.json', '[\n{"set":"sigmill_ip_high","value":"192.0.2.1","source":"x"}\n]\n', 2, 'or as notes'],
    ['entries/0001.json', '[\n{"set":"sigmill_ip_high","value":"192.0.2","delete_entry":true}\n]\n', 2, '"192.0.2"'],
    [
      'entries/0001.json',
      '[\n{"set":"sigmill_ipv6_low","value":"::ffff:192.0.2.1","delete_entry":true}\n]\n',
      2,
      'can hold'
    ],
    [
      'entries/0001.json',
      '[\n{"set":"sigmill_domain_low","value":"Evil.example","delete_entry":true}\n]\n',
      2,
      'has capitals'
    ],
    [
      'entries/0001.json',
      '[\n{"set":"sigmill_domain_low","value":"evil.example..","delete_entry":true}\n]\n',
      2,
      'can hold'
    ]
  ])('finds in %s: %j', async (path, text, line, problem) => {
    const findings = await findingsWith(path, text)
    expect(findings[0]).toMatchObject({ path, line })
    expect(findings[0]?.problem).toContain(problem)
  })

  it('finds a file that is too large for one request', async () => {
    const line = '{"set":"sigmill_ip_high","value":"192.0.2.1","delete_entry":true}'
    const text = `[\n${Array.from({ length: MOST_ENTRIES + 1 }, () => line).join(',\n')}\n]\n`
    expect((await findingsWith('entries/0001.json', text))[0]?.problem).toContain(`more than ${MOST_ENTRIES}`)
  })

  it('finds a file that no bundle for QRadar has', async () => {
    expect(await findingsWith('entries/old.json', '[\n]\n')).toEqual([
      {
        path: 'entries/old.json',
        line: undefined,
        problem: 'No bundle for this target has such a file. Build the bundle again.'
      }
    ])
  })
})
