import { describe, expect, it } from 'vitest'
import type { EntryShape } from '../indicator/guard-list.ts'
import type { EntryRefusalReason } from './entry-refusal.ts'
import { readEntry } from './read-entry.ts'

describe('an entry', () => {
  it.each<[given: string, shape: EntryShape, text: string]>([
    ['Example.COM.', 'below', 'example.com'],
    ['example.com/', 'below', 'example.com'],
    ['hxxp[:]//example[.]com/Path/', 'value', 'example.com/Path/'],
    ['example[.]com:8080', 'below', 'example.com'],
    ['bücher.example', 'below', 'xn--bcher-kva.example'],
    ['archive.zip', 'below', 'archive.zip'],
    ['co.uk', 'alone', 'co.uk'],
    ['duckdns.org', 'alone', 'duckdns.org'],
    ['.duckdns.org', 'below', 'duckdns.org'],
    ['*.example.com', 'below', 'example.com'],
    ['.corp', 'below', 'corp'],
    ['192.0.2.1', 'network', '192.0.2.1'],
    ['192.0.2.1:443', 'network', '192.0.2.1'],
    ['192.0.2.77/24', 'network', '192.0.2.0/24'],
    ['192.0.2.77/255.255.255.0', 'network', '192.0.2.0/24'],
    ['192.0.2.77/32', 'network', '192.0.2.77'],
    ['2001:DB8:0:0::77/32', 'network', '2001:db8::/32'],
    ['2001:db8::1/128', 'network', '2001:db8::1'],
    ['::ffff:192.0.2.77/120', 'network', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', 'network', '192.0.2.77'],
    ['A@Example.com', 'value', 'a@example.com'],
    ['D41D8CD98F00B204E9800998ECF8427E', 'value', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['http://192.0.2.1/99', 'value', '192.0.2.1/99'],
    ['192.0.2.1/99/x', 'value', '192.0.2.1/99/x'],
    ['example.com/99', 'value', 'example.com/99'],
    ['cve-2021-44228', 'value', 'CVE-2021-44228'],
    ['t1059.001', 'value', 'T1059.001']
  ])('"%s" is read as %s %s', (given, shape, text) => {
    expect(readEntry(` ${given} `)).toEqual({ shape, text })
  })

  it.each<[given: string, refused: EntryRefusalReason]>([
    ['', 'unreadable'],
    ['two words', 'unreadable'],
    ['.', 'unreadable'],
    ['192.0.2.0/255.0.255.0', 'unreadable'],
    ['0.0.0.0/0', 'every_address'],
    ['::/0', 'every_address'],
    ['192.0.2.0/33', 'no_network'],
    ['2001:db8::/129', 'no_network'],
    ['com', 'one_label'],
    ['a'.repeat(56), 'other_hash']
  ])('"%s" is refused as %s', (given, refused) => {
    expect(readEntry(given)).toEqual({ refused })
  })
})
