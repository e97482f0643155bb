import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Kind } from '../indicator/kind.ts'
import { builtInLists, PUBLIC_SUFFIXES } from './built-in-lists.ts'
import { documentation } from './built-in/documentation.ts'
import { emptyFiles } from './built-in/empty-files.ts'
import { publicResolvers } from './built-in/public-resolvers.ts'
import { specialAddresses } from './built-in/special-addresses.ts'
import { specialNames } from './built-in/special-names.ts'
import { createGuard } from './create-guard.ts'

const guard = createGuard({ lists: builtInLists('inform'), publicSuffixes: PUBLIC_SUFFIXES })

describe('the lists that come with the program', () => {
  it('hold nothing but entries, each once', () => {
    const written = [specialAddresses, specialNames, documentation, publicResolvers, emptyFiles]
    expect(builtInLists('block').map(({ name, entries }) => [name, entries.length])).toEqual(
      written.map(({ name, entries }) => [name, new Set(entries).size])
    )
  })

  it.each<[list: string, Kind, value: string]>([
    ['special-use addresses', 'ipv4', '10.1.2.3'],
    ['special-use addresses', 'ipv4', '169.254.169.254'],
    ['special-use addresses', 'ipv4', '255.255.255.255'],
    ['special-use addresses', 'url', '127.0.0.1:8080/x'],
    ['special-use addresses', 'ipv6', 'fe80::1'],
    ['special-use addresses', 'url', '[::1]/'],
    ['special-use names', 'domain', 'printer.local'],
    ['special-use names', 'domain', '4.3.2.1.in-addr.arpa'],
    ['public resolvers', 'ipv4', '8.8.8.8'],
    ['public resolvers', 'ipv6', '2606:4700:4700::1111'],
    ['public resolvers', 'url', 'dns.google/dns-query'],
    ['public suffixes', 'domain', 'github.io']
  ])('%s blocks the %s %s', (list, kind, value) => {
    expect(guard.verdict(kind, value)).toMatchObject({ list, mode: 'block' })
  })

  it.each<[Kind, string]>([
    ['ipv4', '192.0.2.1'],
    ['ipv4', '203.0.113.255'],
    ['ipv4', '198.18.0.1'],
    ['ipv6', '2001:db8::1'],
    ['ipv6', '3fff::1'],
    ['domain', 'c2.example.com'],
    ['domain', 'a.test'],
    ['url', 'host.example/x'],
    ['email', 'a@example.org']
  ])('that of documentation says of the %s %s what it is told to', (kind, value) => {
    expect(guard.hits(kind, value)).toMatchObject([{ list: 'documentation', mode: 'inform' }])
    expect(guard.verdict(kind, value)).toBeUndefined()
    const strict = createGuard({ lists: builtInLists('block'), publicSuffixes: PUBLIC_SUFFIXES })
    expect(strict.verdict(kind, value)).toMatchObject({ list: 'documentation', mode: 'block' })
  })

  it('cover the hashes of files without content', () => {
    for (const content of ['', '\n', '\r\n', ' ', '\0', '\uFEFF']) {
      for (const kind of ['md5', 'sha1', 'sha256'] as const) {
        const value = createHash(kind).update(content).digest('hex')
        expect(guard.verdict(kind, value)).toMatchObject({ list: 'empty files', entry: value })
      }
    }
  })

  it.each<[Kind, string]>([
    ['ipv4', '172.32.0.1'],
    ['ipv4', '100.128.0.1'],
    ['ipv6', '2a00::1'],
    ['domain', 'abcdefghij.onion']
  ])('leave the %s %s alone', (kind, value) => {
    expect(guard.hits(kind, value)).toEqual([])
  })
})
