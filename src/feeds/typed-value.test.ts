import { describe, expect, it } from 'vitest'
import { feedTypeNamed } from './feed-type.ts'
import { splitTypedValue } from './typed-value.ts'

const split = (typeName: string, value: string): readonly unknown[] => {
  const type = feedTypeNamed(typeName)
  if (type === undefined) return [`no type ${typeName}`]
  return splitTypedValue(type, value).map(({ kind, value, port, fileName }) =>
    [kind, value, port, fileName].filter((part) => part !== undefined)
  )
}

describe('splitTypedValue', () => {
  it('keeps a simple value', () => {
    expect(split('domain', 'example.com')).toEqual([['domain', 'example.com']])
  })

  it('tells the version of an address', () => {
    expect(split('ip', '192.0.2.1')).toEqual([['ipv4', '192.0.2.1']])
    expect(split('ip', '192.0.2.1:80')).toEqual([['ipv4', '192.0.2.1:80']])
    expect(split('ip', '2001:db8::1')).toEqual([['ipv6', '2001:db8::1']])
  })

  it('tells an address from a name where a host may be both', () => {
    expect(split('host', '192.0.2.1')).toEqual([['ipv4', '192.0.2.1']])
    expect(split('host', '2001:db8::1')).toEqual([['ipv6', '2001:db8::1']])
    expect(split('host', 'example.com')).toEqual([['domain', 'example.com']])
  })

  it('takes the port off an address', () => {
    expect(split('ip:port', '192.0.2.1:443')).toEqual([['ipv4', '192.0.2.1', 443]])
    expect(split('ip-dst|port', '192.0.2.1|443')).toEqual([['ipv4', '192.0.2.1', 443]])
    expect(split('ip:port', '2001:db8:1::5:40669')).toEqual([['ipv6', '2001:db8:1::5', 40669]])
    expect(split('ip:port', '[2001:db8::1]:443')).toEqual([['ipv6', '2001:db8::1', 443]])
  })

  it('leaves a value whole that has not the parts of its type', () => {
    expect(split('ip:port', '192.0.2.1')).toEqual([['ipv4', '192.0.2.1']])
    expect(split('ip:port', '192.0.2.1:99999')).toEqual([['ipv4', '192.0.2.1:99999']])
    expect(split('domain|ip', 'example.com')).toEqual([['domain', 'example.com']])
  })

  it('gives both values of a pair, and the name of a file with its hash', () => {
    expect(split('domain|ip', 'example.com|192.0.2.1')).toEqual([
      ['domain', 'example.com'],
      ['ipv4', '192.0.2.1']
    ])
    const sha1 = 'a'.repeat(40)
    expect(split('filename|sha1', `x.exe|${sha1}`)).toEqual([['sha1', sha1, 'x.exe']])
  })

  it('tells our three hashes by their length and gives nothing for others', () => {
    expect(split('hash', 'A'.repeat(32))).toEqual([['md5', 'A'.repeat(32)]])
    expect(split('hash', 'a'.repeat(64))).toEqual([['sha256', 'a'.repeat(64)]])
    expect(split('hash', 'a'.repeat(128))).toEqual([])
    expect(split('file', String.raw`C:\x.exe`)).toEqual([])
  })
})
