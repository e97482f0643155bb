import { describe, expect, it } from 'vitest'
import { valuesOfLine } from './values-of-line.ts'

const MD5 = '0123456789abcdef0123456789abcdef'

describe('valuesOfLine', () => {
  it.each([
    ['a plain value', 'example.com', ['example.com']],
    ['a value and a comment', '192.0.2.1 # scanner.example.net', ['192.0.2.1']],
    ['a comment of slashes', 'example.com // seen', ['example.com']],
    ['a URL whose fragment is no comment', 'http://example.com/#a//b', ['http://example.com/#a//b']],
    ['a score, as LOKI writes it', '198.51.100.7;65', ['198.51.100.7']],
    ['a remark behind a comma', `${MD5},dropper seen in May`, [MD5]],
    ['a count behind a tab', '192.0.2.1\t9', ['192.0.2.1']],
    ['a checksum with its file', `${MD5}  file.bin`, [MD5]],
    ['several values', '192.0.2.1, example.com | 192.0.2.2', ['192.0.2.1', 'example.com', '192.0.2.2']],
    ['quotes', '"example.com",', ['example.com']],
    ['a quoted list', "'example.com'; 'example.net';", ['example.com', 'example.net']],
    ['a bullet', '- example.com', ['example.com']],
    ['a defanged value with blanks', 'example [.] com', ['example [.] com']],
    ['a URL with commas', 'http://example.com/a,b;c', ['http://example.com/a,b;c']],
    ['a URL and a remark', 'http://example.com/a downloads more', ['http://example.com/a']],
    ['a line of a hosts file', '0.0.0.0 bad.example.com worse.example.com', ['bad.example.com', 'worse.example.com']],
    ['an address that looks like one', '0.0.0.0', ['0.0.0.0']],
    ['an address that a hosts file sends to itself', '0.0.0.0 0.0.0.0', []],
    ['a broadcast address in a hosts file', '255.255.255.255 broadcasthost', []],
    ['an address and its reputation, as AlienVault writes it', '192.0.2.1#4#2#Malicious Host#US', ['192.0.2.1']],
    ['a rule of an ad blocker that blocks no host', 'example.com##.ad', ['example.com##.ad']],
    ['a rule of an ad blocker', '||bad.example.com^', ['bad.example.com']],
    ['a rule of dnsmasq', 'address=/bad.example.com/0.0.0.0', ['bad.example.com']],
    ['values with an arrow between', '192.0.2.1 -> bad.example.com', ['192.0.2.1', 'bad.example.com']],
    ['values with semicolons between', '192.0.2.1 ; 192.0.2.2', ['192.0.2.1', '192.0.2.2']],
    ['a range, which is no address', '192.0.2.1 - 192.0.2.9', ['192.0.2.1 - 192.0.2.9']],
    ['a number before the value', '12. bad.example.com', ['bad.example.com']],
    ['a label', 'SHA1: ' + 'a'.repeat(40), ['a'.repeat(40)]],
    ['a label with an equals sign', 'C2 = 192.0.2.1:443', ['192.0.2.1:443']],
    ['a hash that is not of a file', `JA3: ${MD5}`, [`JA3: ${MD5}`]],
    ['a host and the address it has', 'bad.example.com resolves to 192.0.2.1', ['bad.example.com', '192.0.2.1']],
    ['an address in brackets', 'bad.example.com: (192.0.2.1).', ['bad.example.com', '192.0.2.1']],
    [
      'what is defanged',
      'hxxp://bad[.]example/a and hxxp://b[.]example',
      ['hxxp://bad[.]example/a', 'hxxp://b[.]example']
    ],
    ['hashes of one file', `${MD5} x.exe ${'a'.repeat(40)}`, [MD5, 'a'.repeat(40)]],
    ['names of files', 'dropper payload.exe', ['dropper payload.exe']],
    ['separators alone', ', ,', [',']],
    ['prose', 'Indicators of compromise', ['Indicators of compromise']]
  ])('reads %s', (_, line, values) => {
    expect(valuesOfLine(line)).toEqual({ values, mentioned: [] })
  })

  it('tells values that a remark only mentions', () => {
    expect(valuesOfLine('http://bad.example/a looks like "example.org" at http://example.net/')).toEqual({
      values: ['http://bad.example/a'],
      mentioned: ['example.org', 'http://example.net/']
    })
    expect(valuesOfLine(`${MD5} seen at example.org`)).toEqual({ values: [MD5], mentioned: [] })
  })
})
