import { expect, test } from 'vitest'
import { URL } from './url.ts'

test.each([
  ['http://example.com/a/b', 'example.com/a/b'],
  ['http://EXAMPLE.com./A/b', 'example.com/A/b'],
  ['http://example.com', 'example.com/'],
  ['http://example.com?', 'example.com/'],
  ['http://example.com?a=1', 'example.com/?a=1'],
  ['http://example.com/?', 'example.com/'],
  ['http://example.com/??', 'example.com/??'],
  ['http://example.com/#top', 'example.com/'],
  ['http://example.com#top?a', 'example.com/'],
  ['http://example.com/a?b#c', 'example.com/a?b'],
  ['http://user:secret@example.com/', 'example.com/'],
  ['http://example.com@example.net/', 'example.net/'],
  ['http://example.com/@user', 'example.com/@user'],
  ['http://example.com:80/', 'example.com/'],
  ['http://example.com:443/', 'example.com:443/'],
  ['http://example.com:/', 'example.com/'],
  ['http://example.com:08080/', 'example.com:8080/'],
  ['http://192.0.2.1/a', '192.0.2.1/a'],
  ['http://192.0.2.1:8080/a', '192.0.2.1:8080/a'],
  ['http://[2001:DB8::0:1]:8080/a', '[2001:db8::1]:8080/a'],
  ['http://[2001:db8::1]/a', '[2001:db8::1]/a'],
  ['http://[::ffff:192.0.2.1]/a', '192.0.2.1/a'],
  ['http://b\u00fccher.example/', 'xn--bcher-kva.example/'],
  ['http://example.com/\u00e9 \u{1f600}', 'example.com/%C3%A9%20%F0%9F%98%80'],
  ['http://example.com/%7euser/%c3%a9?q=%2F', 'example.com/%7euser/%c3%a9?q=%2F'],
  ['http://example.com/a/../b//c', 'example.com/a/../b//c'],
  ['http://example.com/a\\b', 'example.com/a\\b'],
  ['http://example.com/r?u=http://example.net/', 'example.com/r?u=http://example.net/']
])('%s is %s', (text, value) => {
  expect(URL.normalise(text)).toEqual({ kind: 'url', value, scheme: 'http' })
})

test('the default port of https goes, that of http stays', () => {
  expect(URL.normalise('HTTPS://example.com:443/')).toEqual({ kind: 'url', value: 'example.com/', scheme: 'https' })
  expect(URL.normalise('https://example.com:80/')).toEqual({ kind: 'url', value: 'example.com:80/', scheme: 'https' })
})

test('without a scheme the host comes first and every port stays', () => {
  expect(URL.normalise('example.com')).toEqual({ kind: 'url', value: 'example.com/' })
  expect(URL.normalise('example.com:80/a')).toEqual({ kind: 'url', value: 'example.com:80/a' })
})

test.each([
  ['ftp://example.com/', 'bad_scheme'],
  ['/a/b', 'path_only'],
  ['//example.com/a', 'path_only'],
  ['http:///a', 'bad_host'],
  ['http://localhost/', 'bad_host'],
  ['http://exa mple.com/', 'bad_host'],
  ['http://ex%61mple.com/', 'bad_host'],
  ['http://example.com\\@example.net/', 'bad_host'],
  ['javascript:alert(1)', 'bad_host'],
  [`http://${'a.'.repeat(126)}example/`, 'bad_host'],
  ['http://127.1/', 'bad_address'],
  ['http://0x7f.0.0.1/', 'bad_address'],
  ['http://3221225985/', 'bad_address'],
  ['http://192.0.2.010/', 'bad_address'],
  ['http://192.0.2.1./', 'bad_address'],
  ['http://[2001:db8::g]/', 'bad_address'],
  ['http://[2001:db8::1/', 'bad_address'],
  ['http://[fe80::1%25eth0]/', 'zone_id'],
  ['http://example.com:0/', 'bad_port'],
  ['http://example.com:http/', 'bad_port'],
  ['http://[2001:db8::1]8080/', 'bad_address']
])('%s is refused as %s', (text, reason) => {
  expect(URL.normalise(text)).toMatchObject({ reason })
})
