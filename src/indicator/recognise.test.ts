import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { recognise } from './recognise.ts'
import { isRejection } from './rejection.ts'

test.each([
  ['192.0.2.1', { kind: 'ipv4', value: '192.0.2.1' }],
  ['192[.]0[.]2[.]1:8080', { kind: 'ipv4', value: '192.0.2.1', port: 8080 }],
  ['2001:db8::1', { kind: 'ipv6', value: '2001:db8::1' }],
  ['::1', { kind: 'ipv6', value: '::1' }],
  ['[2001:db8::1]', { kind: 'ipv6', value: '2001:db8::1' }],
  ['[2001:db8::1]:443', { kind: 'ipv6', value: '2001:db8::1', port: 443 }],
  ['::ffff:192.0.2.1', { kind: 'ipv4', value: '192.0.2.1' }],
  ['example.com', { kind: 'domain', value: 'example.com' }],
  ['EXAMPLE.COM.', { kind: 'domain', value: 'example.com' }],
  ['example.com:8443', { kind: 'domain', value: 'example.com', port: 8443 }],
  ['b\u00fccher.example', { kind: 'domain', value: 'xn--bcher-kva.example' }],
  ['example.xn--p1ai', { kind: 'domain', value: 'example.xn--p1ai' }],
  ['run.sh', { kind: 'domain', value: 'run.sh' }],
  ['example.com/a.exe', { kind: 'url', value: 'example.com/a.exe' }],
  ['t1059.example', { kind: 'domain', value: 't1059.example' }],
  ['hxxps://example[.]com/a', { kind: 'url', value: 'example.com/a', scheme: 'https' }],
  ['http://example.com', { kind: 'url', value: 'example.com/', scheme: 'http' }],
  ['example.com/a', { kind: 'url', value: 'example.com/a' }],
  ['example.com:8080/a', { kind: 'url', value: 'example.com:8080/a' }],
  ['example.com?a=b@c', { kind: 'url', value: 'example.com/?a=b@c' }],
  ['example.com/r?u=http://example.net/', { kind: 'url', value: 'example.com/r?u=http://example.net/' }],
  ['192.0.2.1/a', { kind: 'url', value: '192.0.2.1/a' }],
  ['192.0.2.1:8080/a', { kind: 'url', value: '192.0.2.1:8080/a' }],
  ['[2001:db8::1]:8080/a', { kind: 'url', value: '[2001:db8::1]:8080/a' }],
  ['a'.repeat(32), { kind: 'md5', value: 'a'.repeat(32) }],
  ['A'.repeat(40), { kind: 'sha1', value: 'a'.repeat(40) }],
  ['1'.repeat(64), { kind: 'sha256', value: '1'.repeat(64) }],
  ['cve-2021-44228', { kind: 'cve', value: 'CVE-2021-44228' }],
  ['t1059.001', { kind: 'mitre-attack', value: 'T1059.001' }],
  ['a[at]example[.]com', { kind: 'email', value: 'a@example.com' }],
  ['mailto:a@example.com', { kind: 'email', value: 'a@example.com' }],
  ['Sales / EU <a@example.com>', { kind: 'email', value: 'a@example.com' }]
])('%s speaks for itself', (text, identified) => {
  expect(recognise(text)).toEqual(identified)
})

test.each([
  ['', 'empty'],
  ['exam\u0007ple.com', 'control_character'],
  ['192.0.2.256', 'bad_address'],
  ['192.0.2', 'bad_address'],
  ['192.0.2.1-192.0.2.9', 'bad_address'],
  ['192.0.2.1:0', 'bad_port'],
  ['192.0.2.0/24', 'cidr'],
  ['2001:db8::/32', 'cidr'],
  ['1::2::3', 'bad_address'],
  ['fe80::1%eth0', 'zone_id'],
  ['[fe80::1%eth0]', 'zone_id'],
  ['/etc/passwd', 'path_only'],
  ['ftp://example.com/', 'bad_scheme'],
  ['http://localhost/', 'bad_host'],
  ['*.example.com', 'bad_host'],
  ['example..com', 'bad_host'],
  ['example.com:x', 'bad_port'],
  ['a'.repeat(63), 'bad_hash'],
  ['a'.repeat(128), 'bad_hash'],
  ['CVE-2021-1', 'bad_cve'],
  ['T105', 'bad_technique'],
  ['TA0001', 'not_a_technique'],
  ['a@localhost', 'bad_email'],
  ['@someone', 'bad_email'],
  ['localhost', 'unknown_kind'],
  ['two words.', 'unknown_kind'],
  ['application/json', 'unknown_kind'],
  ['[section]', 'unknown_kind'],
  ['C:\\Windows', 'unknown_kind'],
  ['payload.exe', 'unknown_kind'],
  ['Invoice.2026.PDF', 'unknown_kind'],
  ['a'.repeat(31), 'unknown_kind'],
  ['sha256:abc', 'unknown_kind']
])('%s is refused as %s', (text, reason) => {
  expect(recognise(text)).toMatchObject({ reason })
})

test('what it gives a value and a kind for is recognised again as the same', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain(), fc.emailAddress(), fc.webUrl()), (text) => {
      const first = recognise(text)
      if (isRejection(first)) return
      expect(recognise(first.value)).toMatchObject({ kind: first.kind, value: first.value })
    })
  )
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(recognise(text)).toBeTypeOf('object')
    }),
    { numRuns: 2000 }
  )
})
