import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refang } from './refang.ts'

test.each([
  ['example[.]com', 'example.com'],
  ['example(.)com', 'example.com'],
  ['example{.}com', 'example.com'],
  ['example[dot]com', 'example.com'],
  ['example(DOT)com', 'example.com'],
  ['example {dot} com', 'example.com'],
  ['example [ . ] com', 'example.com'],
  ['www\u00a0[.]\u00a0example[.]com', 'www.example.com'],
  ['192[.]0[.]2[.]1', '192.0.2.1'],
  ['2001[:]db8[:][:]1', '2001:db8::1'],
  ['a[at]example[.]com', 'a@example.com'],
  ['a (AT) example(dot)com', 'a@example.com'],
  ['a[@]example.com', 'a@example.com'],
  ['http[:]//example.com[/]a', 'http://example.com/a'],
  ['http[://]example.com', 'http://example.com'],
  ['http:[//]example.com', 'http://example.com'],
  ['[[.]]', '.'],
  ['example\\.com', 'example.com'],
  ['example\\[.]com', 'example.com'],
  ['example\\\\.com', 'example.com']
])('%s is %s', (defanged, plain) => {
  expect(refang(defanged)).toBe(plain)
})

test.each([
  ['hxxp://example.com/', 'http://example.com/'],
  ['hXXps://example.com/', 'https://example.com/'],
  ['HTTP://example.com/', 'http://example.com/'],
  ['h**p://example.com/', 'http://example.com/'],
  ['hxtps://example.com/', 'https://example.com/'],
  ['meow://example.com/', 'http://example.com/'],
  ['hxxp[s]://example.com/', 'https://example.com/'],
  ['[http]://example.com/', 'http://example.com/'],
  ['hxxp[:]//example[.]com', 'http://example.com'],
  ['hxxp :// example.com', 'http://example.com'],
  ['h\uff54\uff54p\uff1a\uff0f\uff0fexample\uff0ecom', 'http://example.com']
])('the scheme of %s is read', (defanged, plain) => {
  expect(refang(defanged)).toBe(plain)
})

test.each([
  ['a zero-width space', 'exam\u200bple.com', 'example.com'],
  ['a byte order mark', '\ufeffexample.com', 'example.com'],
  ['a soft hyphen', 'exam\u00adple.com', 'example.com'],
  ['a joiner between ASCII letters', 'exam\u200d\u200cple.com', 'example.com'],
  ['an ideographic full stop', 'example\u3002com', 'example.com'],
  ['a half-width ideographic full stop', 'example\uff61com', 'example.com'],
  ['an ideographic space', 'example\u3000[.]com', 'example.com'],
  ['full-width digits', '\uff11\uff19\uff12.0.2.1', '192.0.2.1']
])('%s does not hide a value', (_, hidden, plain) => {
  expect(refang(hidden)).toBe(plain)
})

test('a joiner behind a letter that is not ASCII is part of the word', () => {
  expect(refang('\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com')).toBe(
    '\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com'
  )
})

test.each([
  'example.com',
  'http://example.com/a?b=[c]&d=(e)#f',
  'http://[2001:db8::1]/',
  'http://example.com/a\\.b',
  'http://example.com/(a]',
  'ftp://example.com/',
  'example.com/r?u=hxxp://example.net/',
  'averyveryverylongscheme://example.com/',
  '://example.com',
  'a (word) and [another]',
  '[.',
  '.]',
  'at]',
  ''
])('%j is not defanged and stays', (text) => {
  expect(refang(text)).toBe(text)
})

test('refanging twice changes nothing more', () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '.',
    'dot',
    'at',
    ':',
    '/',
    '://',
    ' ',
    '\\',
    'hxxp',
    'a',
    '\u200d',
    '\u00a0',
    '\uff3d'
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const once = refang(pieces.join('').trim())
      expect(refang(once)).toBe(once)
    }),
    { numRuns: 2000 }
  )
})
