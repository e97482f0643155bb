import { expect, it } from 'vitest'
import { uriOf } from './uri.ts'

it.each([
  'https://example.com',
  'http://user@example.com:8080/a/b?c=d&e=%41#f/g?h',
  'HTTPS://example.com:?a',
  "https://example.com/!$&'()*+,;=:@-._~"
])('%s is a URI', (link) => {
  expect(uriOf(link)).toBe(link)
})

it.each([
  ['https://example.com/[a]|{b}', 'https://example.com/%5Ba%5D%7C%7Bb%7D'],
  ['https://example.com/a b?<"c">', 'https://example.com/a%20b?%3C%22c%22%3E'],
  ['https://example.com/100%', 'https://example.com/100%25'],
  ['https://example.com/%zz%41', 'https://example.com/%25zz%41'],
  ['https://example.com/é😀', 'https://example.com/%C3%A9%F0%9F%98%80'],
  ['https://example.com/#a#b', 'https://example.com/#a%23b'],
  ['https://example.com?\\', 'https://example.com?%5C']
])('%s becomes %s', (link, uri) => {
  expect(uriOf(link)).toBe(uri)
})

it.each([
  'https://exa mple.com/',
  'https://bücher.example/',
  'https://',
  'ftp://example.com/',
  'https://[::1]/',
  'https://1:2:3/',
  'https://%/'
])('%s is none', (link) => {
  expect(uriOf(link)).toBeUndefined()
})
