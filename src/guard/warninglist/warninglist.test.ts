import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KINDS, type Kind } from '../../indicator/kind.ts'
import { PUBLIC_SUFFIXES } from '../built-in-lists.ts'
import { createGuard } from '../create-guard.ts'
import type { Guard } from '../guard.ts'
import type { GuardFile } from '../guard-file.ts'
import { readGuardFile } from '../read-guard-file.ts'

const DATA = join(process.env['SIGMILL_TEST_DATA'] ?? '../shared/data', 'feeds/guard/warninglists')

const listOf = (type: string, list: unknown, matching_attributes?: unknown): GuardFile =>
  readGuardFile(
    'list.json',
    JSON.stringify({ name: 'A list', description: 'For a test', type, list, matching_attributes })
  )

const shapesOf = ({ entries }: GuardFile): readonly string[] => entries.map(({ shape, text }) => `${shape} ${text}`)

const guardOver = (file: GuardFile): Guard => {
  const head = { name: file.name ?? '', mode: 'block', why: file.why ?? '', until: undefined } as const
  return createGuard({ lists: [{ ...file, ...head }], publicSuffixes: PUBLIC_SUFFIXES })
}

describe('a warninglist', () => {
  it('keeps its name and description as one line each', () => {
    const json = JSON.stringify({ name: ' A\nlist ', description: 7, type: 'cidr', list: [] })
    expect(readGuardFile('list.json', json)).toMatchObject({ name: 'A list', why: undefined, entries: [] })
    expect(listOf('cidr', [])).toMatchObject({ name: 'A list', why: 'For a test' })
  })

  it('of type cidr holds networks and addresses', () => {
    const file = listOf('cidr', ['FE80::/10', '192.0.2.7', '198.51.100.9/24', 'example.com', 'no'])
    expect(shapesOf(file)).toEqual(['network fe80::/10', 'network 192.0.2.7', 'network 198.51.100.0/24'])
    expect(file.leftOut.map(({ refused }) => refused)).toEqual(['unreadable', 'one_label'])
  })

  it('of type hostname holds domains with all below, but for public suffixes', () => {
    const file = listOf('hostname', ['.Example.com', 'example.net/', 'duckdns.org', '.co.uk', '.barclays', 'a b'])
    expect(shapesOf(file)).toEqual(['below example.com', 'below example.net', 'alone duckdns.org', 'alone co.uk'])
    expect(file.leftOut.map(({ refused }) => refused)).toEqual(['one_label', 'unreadable'])
  })

  it('of type string holds values as they are', () => {
    const hash = 'D41D8CD98F00B204E9800998ECF8427E'
    const file = listOf('string', ['example.com', '.example.net', 'http://example.org/x', hash, '3.example', 7, 'x'])
    expect(shapesOf(file)).toEqual([
      'alone example.com',
      'below example.net',
      'value example.org/x',
      `value ${hash.toLowerCase()}`,
      'alone 3.example'
    ])
    expect(file.leftOut.map(({ refused }) => refused)).toEqual(['not_text', 'one_label'])
  })

  it('of type substring takes names for names, and looks for other texts within values', () => {
    const file = listOf('substring', ['mail.example', '/Wp-Login?', '/x?'])
    expect(shapesOf(file)).toEqual(['below mail.example', 'part /wp-login?'])
    expect(file.leftOut).toEqual([{ refused: 'too_short', value: '/x?' }])
    expect(guardOver(file).verdict('domain', 'mail.example.attacker.example')).toBeUndefined()
  })

  it('of type regex holds what can be matched in linear time', () => {
    const file = listOf('regex', ['/^abuse@/i', '/(?<=x)y/'])
    expect(shapesOf(file)).toEqual(['pattern /^abuse@/i'])
    expect(file.leftOut).toEqual([
      { refused: 'bad_pattern', detail: 'looks around or names a group', value: '/(?<=x)y/' }
    ])
  })

  it('may number its values', () => {
    expect(shapesOf(listOf('hostname', { 0: 'example.com', 5: 'example.net' }))).toEqual([
      'below example.com',
      'below example.net'
    ])
  })

  it.each<[attributes: unknown, kinds: readonly Kind[]]>([
    [undefined, KINDS],
    ['domain', KINDS],
    [[], KINDS],
    [['domain'], ['domain', 'url']],
    [
      ['ip-src', 3],
      ['ipv4', 'ipv6', 'url']
    ],
    [
      ['filename|sha256', 'md5'],
      ['md5', 'sha256']
    ],
    [['email-src'], ['email']]
  ])('for %j covers %j', (attributes, kinds) => {
    const file = listOf('string', ['example.com'], attributes)
    expect(file.kinds).toEqual(kinds)
    expect(file.coversMail).toBe(kinds.includes('email'))
  })

  it('for no kind of ours has no entries', () => {
    const file = listOf('regex', ['/^1/'], ['phone-number'])
    expect(file).toMatchObject({ entries: [], leftOut: [{ refused: 'other_kind', value: '/^1/' }] })
  })

  it.each([
    ['{"type": "hostname"', 'is no JSON'],
    ['{"type": "glob", "list": []}', 'it lacks a "type"'],
    ['{"type": "toString", "list": []}', 'it lacks a "type"'],
    ['{"list": []}', 'it lacks a "type"'],
    ['{"type": "cidr"}', 'it lacks its values'],
    ['{"type": "cidr", "list": null}', 'it lacks its values']
  ])('that is %s is refused', (json, reason) => {
    expect(() => readGuardFile('list.json', json)).toThrow(reason)
  })
})

describe('the warninglists as they are published', () => {
  const read = (name: string): GuardFile => readGuardFile(name, readFileSync(join(DATA, name), 'utf8'))

  it('all load, and leave out nothing without a reason that holds', () => {
    for (const name of readdirSync(DATA)) {
      const { entries, leftOut } = read(name)
      expect(entries.length + leftOut.length, name).toBeGreaterThan(0)
      const reasons = new Set(leftOut.map(({ refused }) => refused))
      for (const reason of reasons) expect(['one_label', 'other_hash', 'other_kind'], name).toContain(reason)
    }
  })

  it.each<[file: string, Kind, value: string, isCovered: boolean]>([
    ['public-dns-v4.json', 'ipv4', '8.8.8.8', true],
    ['public-dns-v6.json', 'url', '[2001:4860:4860::8888]/x', true],
    ['google.json', 'domain', 'www.google.de', true],
    ['google.json', 'domain', 'www.google.de.attacker.example', false],
    ['second-level-tlds.json', 'domain', 'co.uk', true],
    ['second-level-tlds.json', 'domain', 'any.co.uk', false],
    ['tranco10k.json', 'url', 'www.wikipedia.org/wiki/', true],
    ['tranco10k.json', 'email', 'someone@gmail.com', false],
    ['tranco10k.json', 'domain', 'any.duckdns.org', false],
    ['common-contact-emails.json', 'email', 'abuse@example.com', true],
    ['common-contact-emails.json', 'email', 'invoice@example.com', false],
    ['empty-hashes.json', 'sha256', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', true],
    ['multicast.json', 'ipv4', '224.0.0.251', true]
  ])('%s covers the %s %s: %s', (file, kind, value, isCovered) => {
    const hits = guardOver(read(file)).hits(kind, value)
    expect(hits.some(({ list }) => list !== PUBLIC_SUFFIXES.name)).toBe(isCovered)
  })
})
