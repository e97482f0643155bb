import { expect, it, test } from 'vitest'
import { goldenIndicator } from '../../tests/golden/rules/golden-indicator.ts'
import type { Context } from '../indicator/context.ts'
import type { Kind } from '../indicator/kind.ts'
import { isObservable, patternOf } from './pattern.ts'

const pattern = (kind: Kind, value: string, context: Partial<Context> = {}): string | undefined => {
  const indicator = goldenIndicator({ kind, value, context })
  return isObservable(indicator) ? patternOf(indicator) : undefined
}

it.each<[Kind, string, string]>([
  ['ipv4', '192.0.2.1', "[ipv4-addr:value = '192.0.2.1']"],
  ['ipv6', '2001:db8::1', "[ipv6-addr:value = '2001:db8::1']"],
  ['domain', 'evil.example', "[domain-name:value = 'evil.example']"],
  ['url', 'evil.example/a', "[url:value = 'https://evil.example/a']"],
  ['md5', '0'.repeat(32), `[file:hashes.MD5 = '${'0'.repeat(32)}']`],
  ['sha1', '0'.repeat(40), `[file:hashes.'SHA-1' = '${'0'.repeat(40)}']`],
  ['sha256', '0'.repeat(64), `[file:hashes.'SHA-256' = '${'0'.repeat(64)}']`],
  ['email', 'a@evil.example', "[email-addr:value = 'a@evil.example']"]
])('%s %s is %s', (kind, value, expected) => {
  expect(pattern(kind, value)).toBe(expected)
})

it.each<[Kind, string]>([
  ['cve', 'CVE-2021-44228'],
  ['mitre-attack', 'T1059.001']
])('%s has no pattern', (kind, value) => {
  expect(pattern(kind, value)).toBeUndefined()
})

test('a URL has the scheme that it was seen with', () => {
  expect(pattern('url', 'evil.example/a', { scheme: 'http' })).toBe("[url:value = 'http://evil.example/a']")
})

test('a URL with a port that https would imply keeps it', () => {
  expect(pattern('url', 'evil.example:443/a')).toBe("[url:value = 'http://evil.example:443/a']")
})

test('quotes and backslashes of a value stay in its literal', () => {
  expect(pattern('url', "evil.example/'] OR [url:value = '\\")).toBe(
    String.raw`[url:value = 'https://evil.example/\'] OR [url:value = \'\\']`
  )
})
