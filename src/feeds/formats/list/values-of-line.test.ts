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
    ['prose', 'Indicators of compromise', ['Indicators of compromise']]
  ])('reads %s', (_, line, values) => {
    expect(valuesOfLine(line)).toEqual(values)
  })
})
