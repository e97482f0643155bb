import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GuardEntry, GuardList } from '../indicator/guard-list.ts'
import { KINDS, type Kind } from '../indicator/kind.ts'
import { PUBLIC_SUFFIXES } from './built-in-lists.ts'
import { createGuard } from './create-guard.ts'
import { isEntryRefusal } from './entry-refusal.ts'
import type { Guard } from './guard.ts'
import { readEntry } from './read-entry.ts'

const entry = (text: string): GuardEntry => {
  const read = readEntry(text)
  if (isEntryRefusal(read)) throw new Error(`${text}: ${read.refused}`)
  return read
}

const list = (entries: readonly GuardEntry[], parts: Partial<GuardList> = {}): GuardList => ({
  name: 'a list',
  mode: 'block',
  why: 'for a test',
  until: undefined,
  kinds: KINDS,
  coversMail: true,
  entries,
  ...parts
})

const guardOver = (...lists: readonly GuardList[]): Guard => createGuard({ lists, publicSuffixes: PUBLIC_SUFFIXES })

const guardOf = (...texts: readonly string[]): Guard => guardOver(list(texts.map(entry)))

const entriesFor = (guard: Guard, kind: Kind, value: string): readonly string[] =>
  guard.hits(kind, value).map((hit) => hit.entry)

describe('an entry for a domain', () => {
  const guard = guardOf('Example.com.')

  it.each<[Kind, string]>([
    ['domain', 'example.com'],
    ['domain', 'a.b.example.com'],
    ['url', 'example.com/'],
    ['url', 'www.example.com:8080/path?query'],
    ['email', 'a@example.com'],
    ['email', 'a@mail.example.com']
  ])('covers the %s %s', (kind, value) => {
    expect(entriesFor(guard, kind, value)).toEqual(['example.com'])
  })

  it.each<[Kind, string]>([
    ['domain', 'notexample.com'],
    ['domain', 'example.com.example.net'],
    ['url', 'example.net/example.com/'],
    ['email', 'example.com@example.net'],
    ['ipv4', '192.0.2.1']
  ])('does not cover the %s %s', (kind, value) => {
    expect(entriesFor(guard, kind, value)).toEqual([])
    expect(guard.verdict(kind, value)).toBeUndefined()
  })

  it('leaves mail addresses at it alone where the list is of sites', () => {
    const sites = guardOver(list([entry('example.com'), entry('a@example.net')], { coversMail: false }))
    expect(entriesFor(sites, 'email', 'a@example.com')).toEqual([])
    expect(entriesFor(sites, 'email', 'a@example.net')).toEqual(['a@example.net'])
    expect(entriesFor(sites, 'url', 'example.com/')).toEqual(['example.com'])
  })
})

describe('an entry for a host alone', () => {
  const guard = guardOver(list([{ shape: 'alone', text: 'example.com' }]))

  it('covers it and the URLs on it, and nothing below', () => {
    expect(entriesFor(guard, 'domain', 'example.com')).toEqual(['example.com'])
    expect(entriesFor(guard, 'url', 'example.com/path')).toEqual(['example.com'])
    expect(entriesFor(guard, 'domain', 'www.example.com')).toEqual([])
    expect(entriesFor(guard, 'url', 'www.example.com/')).toEqual([])
  })
})

describe('an entry for a top-level domain', () => {
  it('covers every name in it', () => {
    expect(entriesFor(guardOf('.test'), 'url', 'a.b.test/x')).toEqual(['test'])
  })
})

describe('an entry for a network', () => {
  const guard = guardOf(
    '192.0.2.0/24',
    '192.0.2.128/25',
    '198.51.100.7',
    '2001:db8:5::/47',
    '2001:db8::1',
    '::ffff:203.0.113.0/120'
  )

  it.each<[Kind, string, readonly string[]]>([
    ['ipv4', '192.0.1.255', []],
    ['ipv4', '192.0.2.0', ['192.0.2.0/24']],
    ['ipv4', '192.0.2.200', ['192.0.2.0/24', '192.0.2.128/25']],
    ['ipv4', '192.0.3.0', []],
    ['ipv4', '0.0.0.1', []],
    ['ipv4', '198.51.100.7', ['198.51.100.7']],
    ['ipv4', '198.51.100.8', []],
    ['ipv4', '203.0.113.9', ['203.0.113.0/24']],
    ['url', '192.0.2.1:8080/x', ['192.0.2.0/24']],
    ['url', '[2001:db8::1]/', ['2001:db8::1']],
    ['url', '[2001:db8:4::9]:8080/', ['2001:db8:4::/47']],
    ['ipv6', '2001:db8:4::', ['2001:db8:4::/47']],
    ['ipv6', '2001:db8:5:ffff:ffff:ffff:ffff:ffff', ['2001:db8:4::/47']],
    ['ipv6', '2001:db8:6::', []],
    ['ipv6', '::1', []],
    ['domain', '192.0.2.1.example', []]
  ])('covers the %s %s by %j', (kind, value, entries) => {
    expect(entriesFor(guard, kind, value)).toEqual(entries)
  })

  it('is found like by a plain search', () => {
    const octet = fc.constantFrom(0, 1, 64, 127, 128, 255)
    const address = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'))
    const network = fc.tuple(address, fc.integer({ min: 1, max: 32 })).map(([of, bits]) => `${of}/${bits}`)
    const numberOf = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
    const holds = (text: string, of: string): boolean => {
      const [first = '', bits = '32'] = text.split('/')
      const size = 2 ** (32 - Number(bits))
      return Math.floor(numberOf(first) / size) === Math.floor(numberOf(of) / size)
    }
    fc.assert(
      fc.property(fc.array(network, { maxLength: 20 }), address, (networks, value) => {
        const entries = networks.map(entry)
        const expected = entries.map(({ text }) => text).filter((text) => holds(text, value))
        expect(entriesFor(guardOver(list(entries)), 'ipv4', value)).toEqual(expected)
      })
    )
  })
})

describe('an entry for another value', () => {
  const guard = guardOf(
    'http://example.com/Path/',
    'https://example.net/?q=1',
    'd41d8cd98f00b204e9800998ecf8427e',
    'a@example.org',
    'CVE-2021-44228',
    'T1059'
  )

  it('covers a URL with and without the slash at its end, and no other', () => {
    for (const value of ['example.com/Path', 'example.com/Path/']) {
      expect(entriesFor(guard, 'url', value)).toEqual(['example.com/Path/'])
    }
    expect(entriesFor(guard, 'url', 'example.com/path')).toEqual([])
    expect(entriesFor(guard, 'url', 'example.com/Path/more')).toEqual([])
    expect(entriesFor(guard, 'url', 'example.net/?q=1')).toEqual(['example.net/?q=1'])
    expect(entriesFor(guard, 'domain', 'example.com')).toEqual([])
  })

  it('covers the same hash, mail address, CVE and technique', () => {
    expect(entriesFor(guard, 'md5', 'd41d8cd98f00b204e9800998ecf8427e')).toHaveLength(1)
    expect(entriesFor(guard, 'email', 'a@example.org')).toHaveLength(1)
    expect(entriesFor(guard, 'email', 'b@example.org')).toEqual([])
    expect(entriesFor(guard, 'cve', 'CVE-2021-44228')).toHaveLength(1)
    expect(entriesFor(guard, 'cve', 'CVE-2021-4422')).toEqual([])
    expect(entriesFor(guard, 'mitre-attack', 'T1059')).toHaveLength(1)
    expect(entriesFor(guard, 'mitre-attack', 'T1059.001')).toEqual([])
  })
})

describe('an entry for a part', () => {
  const guard = guardOver(
    list(['/wp-admin', '?campaign=', 'abcd', 'bcd/'].map((text) => ({ shape: 'part' as const, text })))
  )

  it('covers values that it stands in, whatever their case, once', () => {
    expect(entriesFor(guard, 'url', 'a.example/WP-Admin/x?campaign=1&y=/wp-admin')).toEqual(['/wp-admin', '?campaign='])
    expect(entriesFor(guard, 'url', 'a.example/abcd/')).toEqual(['abcd', 'bcd/'])
    expect(entriesFor(guard, 'url', 'a.example/wp-admi')).toEqual([])
    expect(entriesFor(guard, 'url', 'a.b/')).toEqual([])
  })
})

describe('an entry that is a regular expression', () => {
  const guard = guardOver(
    list(
      [
        { shape: 'pattern', text: '/^abuse@/i' },
        { shape: 'pattern', text: '/(a)\\1/' }
      ],
      { kinds: ['email'] }
    )
  )

  it('covers values of its kinds that match, and none where it cannot be read', () => {
    expect(entriesFor(guard, 'email', 'abuse@example.com')).toEqual(['/^abuse@/i'])
    expect(entriesFor(guard, 'email', 'aa@example.com')).toEqual([])
    expect(entriesFor(guard, 'url', 'abuse@a.example/')).toEqual([])
  })
})

describe('a public suffix', () => {
  const guard = guardOver()

  it.each<[Kind, string, boolean]>([
    ['domain', 'co.uk', true],
    ['domain', 'duckdns.org', true],
    ['domain', 'evil.duckdns.org', false],
    ['url', 'pages.dev/', true],
    ['url', 'pages.dev:8443/login', true],
    ['url', 'evil.pages.dev/', false],
    ['email', 'a@co.uk', false],
    ['domain', 'any.unlisted', false],
    ['url', '192.0.2.1/', false],
    ['ipv4', '192.0.2.1', false]
  ])('%s %s is one: %s', (kind, value, isOne) => {
    expect(guard.verdict(kind, value)?.list).toBe(isOne ? 'public suffixes' : undefined)
    expect(entriesFor(guard, kind, value)).toHaveLength(isOne ? 1 : 0)
  })
})

describe('a guard', () => {
  const one = list([entry('example.com')], { name: 'one', mode: 'inform', until: 20_600, why: 'first' })
  const two = list([entry('a.example.com'), entry('example.com')], { name: 'two' })
  const three = list([entry('example.com'), entry('example.com')], { name: 'three', kinds: ['domain'] })

  it('gives all hits in the order of the lists, and the first that blocks as its verdict', () => {
    const guard = guardOver(one, two, three)
    expect(guard.hits('domain', 'b.a.example.com').map((hit) => [hit.list, hit.entry])).toEqual([
      ['one', 'example.com'],
      ['two', 'a.example.com'],
      ['two', 'example.com'],
      ['three', 'example.com'],
      ['three', 'example.com']
    ])
    expect(guard.verdict('domain', 'b.a.example.com')).toEqual({
      list: 'two',
      entry: 'a.example.com',
      mode: 'block',
      why: 'for a test',
      until: undefined
    })
    expect(guard.hits('url', 'example.com/').map((hit) => hit.list)).toEqual(['one', 'two'])
  })

  it('says of an entry why it is there and until when', () => {
    const guard = guardOver(one)
    expect(guard.hits('domain', 'example.com')).toEqual([
      { list: 'one', entry: 'example.com', mode: 'inform', why: 'first', until: 20_600 }
    ])
    expect(guard.verdict('domain', 'example.com')).toBeUndefined()
  })
})
