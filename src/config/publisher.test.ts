import { expect, test } from 'vitest'
import { PUBLISHER, slugOf } from './publisher.ts'

test.each([
  ['SOC Defenders', 'soc_defenders'],
  ['A.B.C-Corp 24', 'a_b_c_corp_24'],
  ['日本', 'sigmill']
])('the slug of %s is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test.each(['https://example.com', 'http://example.com:8080/a/b?c=d&e=%20#f', 'https://[2001:db8::1]/'])(
  '%s is a publisher URL',
  (url) => {
    expect(PUBLISHER.safeParse({ url }).success).toBe(true)
  }
)

test.each([
  'ftp://example.com',
  'example.com',
  'https://',
  "https://example.com/'",
  'https://example.com/a b',
  'https://example.com\n',
  `https://example.com/${'a'.repeat(200)}`
])('%j is no publisher URL', (url) => {
  expect(PUBLISHER.safeParse({ url }).success).toBe(false)
})
