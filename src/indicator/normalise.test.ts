import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { KINDS } from './kind.ts'
import { normalise } from './normalise.ts'
import { isRejection } from './rejection.ts'

test('blanks around a value are nothing', () => {
  expect(normalise('domain', '\t example.com \r\n')).toEqual({ kind: 'domain', value: 'example.com' })
})

test.each(['', ' \u00a0', '\u200b', '\ufeff \u200b'])('%j is empty', (text) => {
  expect(normalise('domain', text)).toEqual({ reason: 'empty' })
})

test('a forbidden character is named', () => {
  expect(normalise('url', 'http://example.com/a\u202eb')).toEqual({ reason: 'control_character', detail: 'U+202E' })
  expect(normalise('domain', 'exam\u0000ple.com')).toEqual({ reason: 'control_character', detail: 'U+0000' })
  expect(normalise('domain', 'example\u{1ffff}.com')).toEqual({ reason: 'control_character', detail: 'U+1FFFF' })
})

test('a value is held to the limit of its kind in bytes', () => {
  const path = 'a'.repeat(2048 - 'example.com/'.length)
  expect(normalise('url', `http://example.com/${path}`)).toMatchObject({ kind: 'url' })
  expect(normalise('url', `http://example.com/${path}a`)).toEqual({
    reason: 'too_long',
    detail: '2049 bytes instead of at most 2048'
  })
  expect(normalise('url', `http://example.com/${'\u00e9'.repeat(400)}`)).toMatchObject({ reason: 'too_long' })
  const name = `${'a.'.repeat(123)}example`
  expect(normalise('domain', name)).toMatchObject({ kind: 'domain' })
  expect(normalise('domain', `a.${name}`)).toMatchObject({ reason: 'too_long' })
  expect(normalise('email', `abc@${name}`)).toMatchObject({ reason: 'too_long' })
})

test('a spelling beyond all limits is not looked at', () => {
  expect(normalise('domain', 'a'.repeat(8193))).toEqual({ reason: 'too_long', detail: '8193 characters' })
})

test('an IPv4-mapped address changes its kind', () => {
  expect(normalise('ipv6', '::ffff[:]192[.]0[.]2[.]1')).toEqual({ kind: 'ipv4', value: '192.0.2.1' })
})

test('composed and decomposed spellings are one value', () => {
  expect(normalise('url', 'http://example.com/e\u0301')).toEqual(normalise('url', 'http://example.com/\u00e9'))
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.emailAddress(),
  fc.ipV6(),
  fc
    .array(
      fc.constantFrom(
        'http://',
        'example',
        '.com',
        '[.]',
        '@',
        ':',
        '/',
        '?',
        '#',
        '\\',
        '[',
        ']',
        '::',
        '%',
        ' ',
        '\u00e9',
        '\u200d',
        'xn--',
        '1',
        'x'
      ),
      { maxLength: 12 }
    )
    .map((pieces) => pieces.join(''))
)

test('no text makes it throw, and what it accepts it gives back unchanged', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), hostile, (kind, text) => {
      const first = normalise(kind, text)
      if (isRejection(first)) return
      expect(first.value).toMatch(/^[!-~]+$/)
      expect(normalise(first.kind, first.value)).toMatchObject({ kind: first.kind, value: first.value })
    }),
    { numRuns: 5000 }
  )
})
