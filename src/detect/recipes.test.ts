import { describe, expect, it } from 'vitest'
import { goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import type { Role } from '../indicator/context.ts'
import type { Kind } from '../indicator/kind.ts'
import type { FieldMatch, Selection } from '../sigma/rule.ts'
import { recipeFor } from './recipes.ts'

/** Sigma's own matching: strings, letter case ignored. https://sigmahq.io/docs/basics/rules.html */
const matches = (selection: Selection, field: string, logged: string): boolean =>
  selection.some((map) => map.every((match) => match.field === field && fieldMatches(match, logged.toLowerCase())))

const fieldMatches = ({ modifiers, values }: FieldMatch, logged: string): boolean => {
  const hits = values.map((value) => hit(modifiers[0], logged, value.toLowerCase()))
  return modifiers.includes('all') ? hits.every(Boolean) : hits.some(Boolean)
}

const hit = (how: string | undefined, logged: string, value: string): boolean => {
  if (how === 'startswith') return logged.startsWith(value)
  if (how === 'endswith') return logged.endsWith(value)
  return how === 'contains' ? logged.includes(value) : logged === value
}

interface Case {
  readonly kind: Kind
  readonly value: string
  readonly role?: Role
  readonly field: string
  readonly hits: readonly string[]
  readonly misses: readonly string[]
}

const cases: readonly Case[] = [
  {
    kind: 'ipv4',
    value: '192.0.2.1',
    field: 'DestinationIp',
    hits: ['192.0.2.1'],
    misses: ['192.0.2.10', '1.192.0.2.1']
  },
  {
    kind: 'ipv6',
    value: '2001:db8::1',
    field: 'DestinationIp',
    hits: ['2001:db8::1', '2001:DB8:0:0:0:0:0:1'],
    misses: ['2001:db8::11', '2001:db8:0:0:0:0:1:1']
  },
  { kind: 'ipv4', value: '192.0.2.1', role: 'source', field: 'src_ip', hits: ['192.0.2.1'], misses: ['192.0.2.11'] },
  {
    kind: 'domain',
    value: 'evil.example.com',
    field: 'QueryName',
    hits: ['evil.example.com', 'EVIL.example.com.', 'www.evil.example.com', 'a.b.evil.example.com.'],
    misses: ['notevil.example.com', 'example.com', 'evil.example.com.example.net']
  },
  {
    kind: 'url',
    value: 'evil.example.com/a/b',
    field: 'c-uri',
    hits: [
      'http://evil.example.com/a/b',
      'https://evil.example.com/a/b/c?d',
      'evil.example.com/a/b',
      'https://evil.example.com:443/a/b',
      'evil.example.com:80/a/b'
    ],
    misses: [
      'http://notevil.example.com/a/b',
      'http://evil.example.com/a',
      'http://good.example.net/?u=http://evil.example.com/a/b',
      'http://evil.example.com:8080/a/b'
    ]
  },
  {
    kind: 'url',
    value: 'evil.example.com/x.php?id=1&x=2',
    field: 'c-uri',
    hits: ['http://evil.example.com/x.php?id=1&x=2'],
    misses: ['http://evil.example.com/x.php?id=2', 'http://evil.example.com/?id=1&x=2']
  },
  {
    kind: 'url',
    value: 'evil.example.com/x.php?a=1?b=2*c=3',
    field: 'c-uri',
    hits: ['http://evil.example.com/x.php?a=1?b=2*c=3'],
    misses: ['http://evil.example.com/x.php?a=1?b=2']
  },
  {
    kind: 'url',
    value: 'evil.example.com/',
    field: 'c-uri',
    hits: [
      'http://evil.example.com/',
      'http://evil.example.com/a',
      'https://evil.example.com',
      'evil.example.com:443',
      'tunnel://evil.example.com:443/'
    ],
    misses: [
      'http://evil.example.com.example.net/',
      'https://www.evil.example.com/',
      'evil.example.com:8443',
      'http://good.example.net/http://evil.example.com/'
    ]
  },
  {
    kind: 'sha256',
    value: 'ab'.repeat(32),
    field: 'Hashes',
    hits: [`MD5=${'0'.repeat(32)},SHA256=${'AB'.repeat(32)},IMPHASH=${'0'.repeat(32)}`],
    misses: [`SHA256=${'AC'.repeat(32)}`, `SHA1=${'AB'.repeat(20)}`]
  },
  {
    kind: 'email',
    value: 'bad@evil.example.com',
    field: 'SenderAddress',
    hits: ['bad@evil.example.com', 'A Friend <Bad@evil.example.com>'],
    misses: ['notbad@evil.example.com', 'bad@evil.example.com.example.net', 'bad@evil.example.com <good@example.net>']
  },
  {
    kind: 'cve',
    value: 'CVE-2021-4422',
    field: 'Signature',
    hits: ['Exploit.CVE-2021-4422', 'CVE_2021_4422!dropper', 'Exploit:JS/CVE-2021-4422.A', 'rule CVE-2021-4422 seen'],
    misses: ['Exploit.CVE-2021-44228', 'CVE_2021_44220.A', 'CVE-2020-4422']
  },
  {
    kind: 'mitre-attack',
    value: 'T1059',
    field: 'RuleName',
    hits: ['technique_id=T1059,technique_name=x', 'T1059.001'],
    misses: ['T1055']
  }
]

describe.each(cases)('the rule of $kind $value', ({ kind, value, role, field, hits, misses }) => {
  const { select } = recipeFor(goldenIndicator({ kind, value, ...(role === undefined ? {} : { context: { role } }) }))

  it.each(hits)('matches %s', (logged) => {
    expect(matches(select(value), field, logged)).toBe(true)
  })

  it.each(misses)('does not match %s', (logged) => {
    expect(matches(select(value), field, logged)).toBe(false)
  })
})
