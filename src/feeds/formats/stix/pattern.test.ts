import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRejection } from '../../../indicator/rejection.ts'
import { MAX_PATTERN_DEPTH, parsePattern } from './pattern-parser.ts'
import { type PatternPart, partsOfPattern } from './pattern-parts.ts'

const MD5 = 'a'.repeat(32)
const SHA1 = 'b'.repeat(40)
const SHA256 = 'c'.repeat(64)

const read = (pattern: string): readonly unknown[] => {
  const node = parsePattern(pattern)
  return isRejection(node) ? [node] : partsOfPattern(node).map(brief)
}

const brief = (part: PatternPart): unknown =>
  'rejection' in part ? [part.rejection.reason, part.rejection.detail] : [part.kind, part.value]

describe('a comparison', () => {
  it.each([
    ["ipv4-addr:value = '192.0.2.1'", 'ipv4', '192.0.2.1'],
    ["ipv6-addr:value = '2001:db8::1'", 'ipv6', '2001:db8::1'],
    ["domain-name:value == 'a.example'", 'domain', 'a.example'],
    ["url:value='https://a.example/?q=it\\'s\\\\'", 'url', "https://a.example/?q=it's\\"],
    ["email-addr:value = 'a@b.example'", 'email', 'a@b.example'],
    ["email-message:from_ref.value = 'a@b.example'", 'email', 'a@b.example'],
    ["email-message:sender_ref.value = 'a@b.example'", 'email', 'a@b.example'],
    [`file:hashes.MD5 = '${MD5}'`, 'md5', MD5],
    [`file:hashes.'SHA-1' = '${SHA1}'`, 'sha1', SHA1],
    [`file:hashes."SHA-256" = '${SHA256}'`, 'sha256', SHA256],
    [`file:hashes.'SHA256' = '${SHA256}'`, 'sha256', SHA256],
    [`file:hashes.sha_256 = '${SHA256}'`, 'sha256', SHA256],
    [`file:hashes.SHA-256 = '${SHA256}'`, 'sha256', SHA256],
    ["network-traffic:dst_ref.value = '192.0.2.1'", undefined, '192.0.2.1'],
    ["vulnerability:name = 'CVE-2026-0001'", 'cve', 'CVE-2026-0001'],
    ["hostname:value = 'a.example'", 'domain', 'a.example'],
    ["x-opencti-hostname:value = 'a.example'", 'domain', 'a.example'],
    ["url:value = 'C:\\temp'", 'url', 'C:\\temp']
  ])('%s gives its value', (comparison, kind, value) => {
    expect(read(`[${comparison}]`)).toEqual([[kind, value]])
  })

  it('says on which side of the traffic an address stands', () => {
    const roleIn = (pattern: string): unknown => {
      const node = parsePattern(pattern)
      return isRejection(node) ? node : partsOfPattern(node).map((part) => 'role' in part && part.role)
    }
    expect(roleIn("[network-traffic:src_ref.value = '192.0.2.1']")).toEqual(['source'])
    expect(roleIn("[network-traffic:dst_ref.value = '192.0.2.1']")).toEqual(['destination'])
  })

  it('with a set gives all of its values', () => {
    expect(read("[ipv4-addr:value IN ('192.0.2.1', '192.0.2.2')]")).toEqual([
      ['ipv4', '192.0.2.1'],
      ['ipv4', '192.0.2.2']
    ])
  })

  it.each([
    ["process:name = 'x.exe'", 'process:name'],
    [`file:hashes.'SHA-512' = 'x'`, 'file:hashes.SHA-512'],
    [`x509-certificate:hashes.'SHA-1' = 'x'`, 'x509-certificate:hashes.SHA-1'],
    [`file:hashes.MD5.more = 'x'`, 'file:hashes.MD5.more'],
    ['file:size = 5', 'file:size'],
    ["domain-name:resolves_to_refs[*].value = 'x'", 'domain-name:resolves_to_refs.[*].value']
  ])('%s is of none of our kinds', (comparison, property) => {
    expect(read(`[${comparison}]`)).toEqual([['unsupported_type', property]])
  })

  it.each([
    ["ipv4-addr:value != '192.0.2.1'", 'ipv4-addr:value !='],
    ["ipv4-addr:value NOT = '192.0.2.1'", 'ipv4-addr:value NOT ='],
    ["ipv4-addr:value NOT IN ('192.0.2.1')", 'ipv4-addr:value NOT IN'],
    ["ipv4-addr:value ISSUBSET '192.0.2.0/24'", 'ipv4-addr:value ISSUBSET'],
    ["domain-name:value LIKE '%.example'", 'domain-name:value LIKE'],
    ["url:value matches '^x$'", 'url:value MATCHES'],
    ['EXISTS url:value', 'url:value EXISTS'],
    ['url:value = 7', 'url:value = 7'],
    ["url:value = t'2026-01-01T00:00:00Z'", 'url:value = 2026-01-01T00:00:00Z'],
    ['url:value = true', 'url:value = true']
  ])('%s says more than equality with a text', (comparison, detail) => {
    expect(read(`[${comparison}]`)).toEqual([['unsupported_pattern', detail]])
  })
})

describe('several comparisons', () => {
  it('are several values where any of them will do', () => {
    expect(read("[ipv4-addr:value = '192.0.2.1' OR (domain-name:value = 'a.example' or process:name = 'x')]")).toEqual([
      ['ipv4', '192.0.2.1'],
      ['domain', 'a.example'],
      ['unsupported_type', 'process:name']
    ])
  })

  it('are one value where the others only say its type', () => {
    const type = "network-traffic:dst_ref.type = 'ipv4-addr'"
    const value = "network-traffic:dst_ref.value = '192.0.2.1'"
    expect(read(`[${type} AND ${value}]`)).toEqual([[undefined, '192.0.2.1']])
    expect(read(`[${type} AND network-traffic:src_ref.value = '192.0.2.1']`)).toEqual([
      ['unsupported_pattern', 'AND between network-traffic:dst_ref.type and network-traffic:src_ref.value']
    ])
    expect(read(`[${type} AND ${value} AND network-traffic:dst_port = 443]`)).toEqual([
      ['unsupported_pattern', 'AND between network-traffic:dst_ref.value and network-traffic:dst_port']
    ])
  })

  it('are several values where all are hashes of one file', () => {
    const pattern = `[file:hashes.MD5 = '${MD5}' AND file:hashes.'SHA-1' = '${SHA1}' AND file:hashes.'SHA-512' = 'x' OR url:value = 'y']`
    expect(read(pattern)).toEqual([
      ['md5', MD5],
      ['sha1', SHA1],
      ['unsupported_type', 'file:hashes.SHA-512'],
      ['url', 'y']
    ])
  })

  it.each([
    [`file:hashes.MD5 = 'x' AND file:name = 'y'`, 'AND between file:hashes.MD5 and file:name'],
    [`file:hashes.MD5 = 'x' AND file:hashes.'md-5' = 'y'`, 'AND between file:hashes.MD5 and file:hashes.md-5'],
    [
      `file:hashes.MD5 = 'x' AND file:hashes.'SHA-1' IN ('y', 'z')`,
      'AND between file:hashes.MD5 and file:hashes.SHA-1'
    ],
    [`url:value = 'x' AND (url:value = 'y' OR url:value = 'z')`, 'AND between url:value and OR']
  ])('%s asks for more than one value at a time', (comparisons, detail) => {
    expect(read(`[${comparisons}]`)).toEqual([['unsupported_pattern', detail]])
  })
})

describe('several observations', () => {
  it('are several values where any of them will do', () => {
    expect(read("([url:value = 'x'] OR [url:value = 'y']) OR [url:value = 'z']")).toEqual([
      ['url', 'x'],
      ['url', 'y'],
      ['url', 'z']
    ])
  })

  it.each([
    ["[url:value = 'x'] AND [url:value = 'y']", 'AND between [url:value] and [url:value]'],
    ["[url:value = 'x'] FOLLOWEDBY [url:value = 'y']", 'FOLLOWEDBY between [url:value] and [url:value]'],
    [
      `[file:hashes.MD5 = 'x'] AND [file:hashes.'SHA-1' = 'y']`,
      'AND between [file:hashes.MD5] and [file:hashes.SHA-1]'
    ],
    ["[url:value = 'x'] WITHIN 300 SECONDS", 'WITHIN'],
    ["[url:value = 'x'] REPEATS 5 TIMES", 'REPEATS'],
    ["[url:value = 'x'] START t'2026-01-01T00:00:00Z' STOP t'2026-02-01T00:00:00Z'", 'START'],
    ["[url:value = 'x'] AND [url:value = 'y'] WITHIN 5 SECONDS", 'AND between [url:value] and WITHIN']
  ])('%s asks for more than one sight', (pattern, detail) => {
    expect(read(pattern)).toEqual([['unsupported_pattern', detail]])
  })

  it('keep the readable alternatives beside one that asks for more', () => {
    expect(read("[url:value = 'x'] OR [url:value = 'y'] AND [url:value = 'z']")).toEqual([
      ['url', 'x'],
      ['unsupported_pattern', 'AND between [url:value] and [url:value]']
    ])
  })
})

describe('a pattern that cannot be read', () => {
  it.each([
    ['', '[ expected at character 1'],
    ["url:value = 'x'", '[ expected at character 1'],
    ["[url:value = 'x'", 'an operator or ] expected at character 17'],
    ["([url:value = 'x']", 'an operator or ) expected at character 19'],
    ["[(url:value = 'x']", 'an operator or ) expected at character 18'],
    ["[url:value = 'x'] x", 'an operator or the end expected at character 19'],
    ["[url:value = 'x'] OR", '[ expected at character 21'],
    ["[url:value = 'x' OR]", 'an object type expected at character 20'],
    ["[url value = 'x']", ': expected at character 6'],
    ['[url:value]', 'a comparison expected at character 11'],
    ["[url: = 'x']", 'a property expected at character 7'],
    ["[url:value[1 = 'x']", '] expected at character 14'],
    ['[url:value = ]', 'a value expected at character 14'],
    ["[url:value = 'x]", 'a value expected at character 14'],
    ["[url:value IN 'x']", '( expected at character 15'],
    ["[url:value IN ('x']", 'a comma or ) expected at character 19'],
    ["[url:value IN ('x',)]", 'a value expected at character 20'],
    ["[url:value = 'x'] § ", 'an operator or the end expected at character 19']
  ])('%s says where', (pattern, detail) => {
    expect(read(pattern)).toEqual([{ reason: 'bad_pattern', detail }])
  })

  it.each(['(', '[('])('is one that nests too deeply: %s', (opening) => {
    const pattern = `${opening}${'('.repeat(1_000_000)}`
    const detail = expect.stringContaining(`at most ${MAX_PATTERN_DEPTH} levels`) as unknown
    expect(read(pattern)).toEqual([{ reason: 'bad_pattern', detail }])
  })
})

describe('patterns of any size', () => {
  const many = (count: number): string => Array.from({ length: count }, () => "url:value = 'x'").join(' OR ')

  it.each([
    ['many alternatives', `[${many(50_000)}]`, 50_000],
    ['one long value', `[url:value = '${'\\\\'.repeat(500_000)}']`, 1],
    ['an unfinished value', `[url:value = '${'\\'.repeat(1_000_000)}`, 1],
    ['many blanks', `[url:value = 'x'${' '.repeat(1_000_000)}]`, 1],
    ['a long word', `[${'x'.repeat(1_000_000)}:value = 'x']`, 1],
    ['many indexes', `[url:value${'[0]'.repeat(300_000)} = 'x']`, 1]
  ])('are read: %s', (_, pattern, parts) => {
    expect(read(pattern)).toHaveLength(parts)
  })

  it('give parts or a rejection, whatever they are', () => {
    const symbols = ['[', ']', '(', ')', ':', '.', ',', '=', '!=', '*', '[*]', "'", '\\', 'é']
    const words = ['IN', 'AND', 'OR', 'NOT', 'FOLLOWEDBY', 'WITHIN', 'SECONDS', 'EXISTS', 'file:hashes', 'url:value']
    const word = fc.constantFrom(...symbols, ...words, "'x'", '"SHA-1"', '5', "t'x'")
    const pattern = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))
    )
    fc.assert(
      fc.property(pattern, (text) => {
        const node = parsePattern(text)
        if (isRejection(node)) expect(node.reason).toBe('bad_pattern')
        else expect(partsOfPattern(node).length).toBeGreaterThan(0)
      }),
      { numRuns: 1_000 }
    )
  })

  it('give back any text that is quoted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const quoted = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
        expect(read(`[url:value = '${quoted}']`)).toEqual([['url', text]])
      })
    )
  })
})
