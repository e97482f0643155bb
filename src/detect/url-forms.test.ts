import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTooBroad, urlForms } from './url-forms.ts'

describe('the prefixes of a URL', () => {
  it('are its schemes, with and without their own port', () => {
    expect(urlForms('evil.example.com/a').prefixes).toEqual([
      'http://evil.example.com/a',
      'https://evil.example.com/a',
      'evil.example.com/a',
      'https://evil.example.com:443/a',
      'http://evil.example.com:80/a',
      'evil.example.com:443/a',
      'evil.example.com:80/a'
    ])
  })

  it('keep an explicit port and add no other', () => {
    expect(urlForms('evil.example.com:8080/a').prefixes).toEqual([
      'http://evil.example.com:8080/a',
      'https://evil.example.com:8080/a',
      'evil.example.com:8080/a'
    ])
  })

  it('keep the brackets of an IPv6 host, whose colons are no port', () => {
    expect(urlForms('[2001:db8::1]/a').prefixes).toContain('https://[2001:db8::1]:443/a')
    expect(urlForms('[2001:db8::1]:8080/a').prefixes).toEqual([
      'http://[2001:db8::1]:8080/a',
      'https://[2001:db8::1]:8080/a',
      '[2001:db8::1]:8080/a'
    ])
  })
})

describe('a URL that is nothing but a host', () => {
  it('is also logged as a tunnel and alone', () => {
    const { prefixes, bare } = urlForms('evil.example.com/')
    expect(prefixes.at(-1)).toBe('tunnel://evil.example.com:443/')
    expect(bare).toEqual([
      'evil.example.com',
      'evil.example.com:443',
      'http://evil.example.com',
      'https://evil.example.com'
    ])
  })

  it('is so with its explicit port', () => {
    const { prefixes, bare } = urlForms('evil.example.com:8443/')
    expect(prefixes.at(-1)).toBe('tunnel://evil.example.com:8443/')
    expect(bare).toEqual(['evil.example.com:8443', 'http://evil.example.com:8443', 'https://evil.example.com:8443'])
  })
})

describe('the parts of a URL', () => {
  it.each([
    ['h.example/a', []],
    ['h.example/a?id=1&x=2', ['id=1&x=2']],
    ['h.example/a*b?c\\d', ['b', 'c', 'd']],
    ['h.example/a?b?B?*b', ['b']],
    ['h.example/a???', []]
  ])('%s has %j', (url, parts) => {
    expect(urlForms(url).parts).toEqual(parts)
  })
})

describe('a URL is too broad', () => {
  it.each([
    'h.example/*',
    'h.example/?EXAMPLE',
    'h.example/??',
    'h.example:8080/?8080',
    'h.example/?443',
    '[2001:db8::1]/*'
  ])('%s, which says no more than its host', (url) => {
    expect(isTooBroad(url)).toBe(true)
  })

  it.each([
    'h.example/',
    'h.example:8080/',
    'h.example/a*',
    'h.example/?id=1',
    'h.example/?example&x',
    'h.example/?80&443'
  ])('but not %s', (url) => {
    expect(isTooBroad(url)).toBe(false)
  })
})

it('no wildcard or escape stands in any form of any URL', () => {
  const path = fc.string({ unit: fc.constantFrom('?', '*', '\\', 'a', 'B', '/', '=', ':', '%20', "'") })
  const authority = fc.constantFrom('h.example', 'h.example:8080', '192.0.2.1', '[2001:db8::1]', '[2001:db8::1]:1')
  fc.assert(
    fc.property(authority, path, (host, rest) => {
      const { prefixes, parts, bare } = urlForms(`${host}/${rest}`)
      expect([...prefixes, ...parts, ...bare].filter((form) => form === '' || /[?*\\]/.test(form))).toEqual([])
    })
  )
})
