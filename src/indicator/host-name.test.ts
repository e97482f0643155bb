import { expect, test } from 'vitest'
import { isNumericHost, readHostName } from './host-name.ts'

const LABEL_63 = 'a'.repeat(63)

test.each([
  ['example.com', 'example.com'],
  ['EXAMPLE.Com.', 'example.com'],
  ['_dmarc.ex_ample.com', '_dmarc.ex_ample.com'],
  ['a--b.example', 'a--b.example'],
  ['1.example', '1.example'],
  [`${LABEL_63}.example`, `${LABEL_63}.example`],
  ['b\u00fccher.example', 'xn--bcher-kva.example'],
  ['B\u00dcCHER.example', 'xn--bcher-kva.example'],
  ['bu\u0308cher.example', 'xn--bcher-kva.example'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['XN--BCHER-KVA.EXAMPLE', 'xn--bcher-kva.example'],
  ['stra\u00dfe.example', 'xn--strae-oqa.example'],
  ['example\u3002com', 'example.com'],
  ['\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example', 'xn--mgba3gch31f060k.example']
])('%s is %s', (text, name) => {
  expect(readHostName(text)).toBe(name)
})

test.each([
  ['a single label', 'localhost'],
  ['an empty text', ''],
  ['two root dots', 'example.com..'],
  ['an empty label', 'example..com'],
  ['a leading dot', '.example.com'],
  ['a leading hyphen', '-a.example'],
  ['a trailing hyphen', 'a-.example'],
  ['a label of 64 octets', `${LABEL_63}a.example`],
  ['a wildcard', '*.example.com'],
  ['a blank', 'exa mple.com'],
  ['a numeric last label', 'example.1'],
  ['a hexadecimal last label', 'example.0x7f'],
  ['an address', '192.0.2.1'],
  ['an A-label that is no Punycode', 'xn--\u00e9.example'],
  ['an A-label of ASCII alone', 'xn--abc-.example'],
  ['an A-label that is not its own canonical form', 'xn--BCHER-KVA\u00dc.example'],
  ['a character that UTS 46 disallows', 'a\u2488b.example'],
  ['a slash out of a mapping', '\u2100.example'],
  ['a right-to-left label that mixes directions', '\u05d0a.example'],
  ['a joiner without its context', '\u00e9\u200da.example'],
  ['a text too long for any name', `${'\u00e9'.repeat(2000)}.example`]
])('%s is no host name', (_, text) => {
  expect(readHostName(text)).toBeUndefined()
})

test('hosts that address parsers read as numbers are told apart', () => {
  expect(['192.0.2.1', '127.1', '0x7f.1', '3221225985', '192.0.2.0X1', '192.0.2.1.'].every(isNumericHost)).toBe(true)
  expect(['1.example', 'a1', '0y1'].some(isNumericHost)).toBe(false)
})
