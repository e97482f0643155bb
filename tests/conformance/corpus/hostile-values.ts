import type { Kind } from '../../../src/indicator/kind.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'

/** A value as a feed may write it. */
export type RawValue = readonly [kind: Kind, text: string]

const all = (kind: Kind, texts: readonly string[]): readonly RawValue[] => texts.map((text) => [kind, text])

/** Values without blanks, parted by blanks and line ends. */
const listed = (kind: Kind, texts: string): readonly RawValue[] => all(kind, texts.trim().split(/\s+/))

const IPV4 = '0.0.0.1 255.255.255.254 1.1.1.1 100.100.100.100 192.0.2.1 198[.]51[.]100[.]7 203.0.113.255'

const IPV6 = `
  2001:db8:: 2001:db8::1 2001:DB8:0:0:0:0:0:A 2001:db8:1:2:3:4:5:6 2001:db8::1:0:0:1 1:: ::2 fe80::1 e::e 1e3:: abcd::
  2001:db8:10:20:30:40:50:59 1:2:3:4:5:6:7:8 12:30:45:10:20:30:40:50 2001:db8:0:1:: [2001:db8::dead:beef]
  2001:db8:ffff:ffff:ffff:ffff:ffff:ffff 64:ff9b::192.0.2.33
`

const LABELS = `
  yes no null true on 1e3 0x1f 017 2026-05-17 1_000 inf nan _dmarc a_b x--y 0 00 1-2 attack cve-2021-44228 select or www
  xn--bcher-kva bücher faß пример 例え مثال ไทย हिन्दी βόλος straße ÜBER K ${'a'.repeat(63)}
`
  .trim()
  .split(/\s+/)

const DOMAINS = [
  ...LABELS.flatMap((label) => [`${label}.example`, `${label}.example.com`]),
  `${'a1.'.repeat(60)}example`,
  'Evil[.]Example[.]COM.',
  'evil。example．com'
]

const AUTHORITIES = [
  '192.0.2.1',
  '[2001:db8::1]',
  '[2001:db8::1]:8443',
  'h.example:1',
  'bücher.example',
  'H.EXAMPLE:65535'
]
const LONG_PATHS = [
  'a'.repeat(1900),
  'ab/'.repeat(600),
  `q?${'a=1&'.repeat(450)}`,
  'é'.repeat(300),
  '%41'.repeat(600),
  "'".repeat(1900)
]

const URLS = [
  ...HOSTILE_TEXTS.flatMap((text) => [`http://h.example/${text}`, `https://h.example/a.php?q=${text}&x=${text}`]),
  ...AUTHORITIES.flatMap((authority) => [
    `http://${authority}`,
    `https://${authority}/`,
    `http://${authority}/a/b?c=d`
  ]),
  ...LONG_PATHS.map((path) => `http://h.example/${path}`),
  'hxxps[:]//h[.]example/a',
  'http://user:pass@h.example:80/a#b',
  'https://h.example:443/?a*b\\c?d*e'
]

/** Digits that read as numbers, in the usual and the scientific way, and letters only. */
const hashes = (length: number): readonly string[] => [
  ...Array.from('0179aE', (digit) => digit.repeat(length)),
  `0e${'1'.repeat(length - 2)}`,
  `${'1'.repeat(length - 1)}e`,
  `1e${'9'.repeat(length - 2)}`,
  'aB'.repeat(length / 2)
]

const LOCAL_PARTS = [
  ...Array.from("!#$%&*+-/=?^_`{|}~'"),
  "o'brien",
  'yes',
  'null',
  '1e3',
  '0x1f',
  '2026-05-17',
  '=1+1',
  'a.b',
  'a+tag',
  'A'.repeat(64)
]
const EMAILS = [
  ...LOCAL_PARTS.map((local) => `${local}@h.example`),
  'Display <a@h.example>',
  'mailto:a@h.example',
  'a[at]h[.]example',
  'a@bücher.example',
  '"a"@h.example',
  'a@[192.0.2.1]'
]

const CVES = 'CVE-1999-0001 cve-2021-44228 CVE_2021_44228 CVE-2024-0000 CVE-2024-9999999 CVE-2024-99999999999999999999'
const TECHNIQUES = 'T1059 t1059.001 T1086 T1064 T1562.001 T1027 T1190 T1566.002 T1001.003 T1659'

/** Values of every kind as a hostile or careless feed may write them; some are right to be refused. */
export const HOSTILE_VALUES: readonly RawValue[] = [
  ...listed('ipv4', IPV4),
  ...listed('ipv6', IPV6),
  ...all('domain', DOMAINS),
  ...all('url', URLS),
  ...all('md5', hashes(32)),
  ...all('sha1', hashes(40)),
  ...all('sha256', hashes(64)),
  ...all('email', EMAILS),
  ...listed('cve', CVES),
  ...listed('mitre-attack', TECHNIQUES)
]
