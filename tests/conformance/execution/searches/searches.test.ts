import { expect, test } from 'vitest'
import { addressSearch } from './address-search.ts'
import { domainSearch } from './domain-search.ts'
import { plainHashSearch, sysmonHashSearch } from './hash-search.ts'
import { techniqueSearch } from './technique-search.ts'
import { urlSearch } from './url-search.ts'

test('an event carries an address in any of its spellings', () => {
  const search = addressSearch('ipv6', 'network_connection', 'DestinationIp')
  expect(search.carries({ DestinationIp: '2001:DB8:0:0:0:0:0:1' }, '2001:db8::1')).toBe(true)
  expect(search.carries({ DestinationIp: '2001:db8::11' }, '2001:db8::1')).toBe(false)
  expect(search.carries({ DestinationIp: '-' }, '2001:db8::1')).toBe(false)
  expect(search.valuesOf({ DestinationIp: '::ffff:192.0.2.1' })).toEqual([])
})

test('an IPv4 address mapped into IPv6 is the IPv4 address', () => {
  const search = addressSearch('ipv4', 'firewall', 'src_ip', 'source')
  expect(search.valuesOf({ src_ip: '::ffff:192.0.2.1' })).toEqual(['192.0.2.1'])
  expect(search.carries({ src_ip: '::ffff:c000:201' }, '192.0.2.1')).toBe(true)
})

test('an event carries a domain when it asks for it or for something under it', () => {
  expect(domainSearch.carries({ QueryName: 'WWW.evil.example.com.' }, 'evil.example.com')).toBe(true)
  expect(domainSearch.carries({ QueryName: 'notevil.example.com' }, 'evil.example.com')).toBe(false)
  expect(domainSearch.carries({ QueryName: 'example.com' }, 'evil.example.com')).toBe(false)
  expect(domainSearch.valuesOf({ QueryName: 'a.Example.com.' })).toEqual(['a.example.com', 'example.com'])
  expect(domainSearch.valuesOf({ QueryName: 'localhost' })).toEqual([])
})

test('an event carries a hash under its own name only', () => {
  const md5 = '0a'.repeat(16)
  const search = sysmonHashSearch('md5')
  expect(search.carries({ Hashes: `SHA1=FF,MD5=${md5.toUpperCase()}` }, md5)).toBe(true)
  expect(search.carries({ Hashes: `IMPHASH=${md5.toUpperCase()}` }, md5)).toBe(false)
  expect(search.valuesOf({ Hashes: 'SHA1=FF' })).toEqual([])
  expect(plainHashSearch('md5').carries({ md5: md5.toUpperCase() }, md5)).toBe(true)
  expect(plainHashSearch('md5').carries({ sha1: md5 }, md5)).toBe(false)
})

test('an event carries a technique when it names it or a sub-technique', () => {
  expect(techniqueSearch.valuesOf({ RuleName: 'technique_id=T1059.001' })).toEqual(['T1059.001'])
  expect(techniqueSearch.carries({ RuleName: 'technique_id=T1059.001' }, 'T1059')).toBe(true)
  expect(techniqueSearch.carries({ RuleName: 'technique_id=T1059' }, 'T1059.001')).toBe(false)
})

test('an event carries a URL when host, port and the beginning of the path are its own', () => {
  const asked = { 'c-uri': '/a/b?c=1', 'cs-host': 'evil.example.com' }
  expect(urlSearch.valuesOf(asked)).toEqual(['http://evil.example.com/a/b?c=1'])
  expect(urlSearch.carries(asked, 'http://evil.example.com/A/')).toBe(true)
  expect(urlSearch.carries(asked, 'http://evil.example.com/b')).toBe(false)
  expect(urlSearch.carries(asked, 'http://evil.example.com:8080/a')).toBe(false)
  expect(
    urlSearch.carries({ 'c-uri': 'http://good.example.org/?u=http://evil.example.com/a' }, 'http://evil.example.com/a')
  ).toBe(false)
  expect(urlSearch.carries({ 'c-uri': '' }, 'http://evil.example.com/a')).toBe(false)
})
