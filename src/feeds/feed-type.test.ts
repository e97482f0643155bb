import { describe, expect, it } from 'vitest'
import { feedTypeNamed } from './feed-type.ts'

describe('feedTypeNamed', () => {
  it.each([
    ['IPv4-Addr', ['ipv4']],
    ['ip:port', ['address', 'port']],
    ['hostname', ['domain']],
    ['host', ['host']],
    ['URL', ['url']],
    ['FileHash-SHA256', ['sha256']],
    ['sha256_hash', ['sha256']],
    ['MD5 checksum', undefined],
    ['file', ['hash']],
    ['filename|sha1', ['file-name', 'sha1']],
    ['domain|ip', ['domain', 'address']],
    ['envelope_from', ['email']],
    ['CVE', ['cve']],
    ['attack-pattern', ['mitre-attack']],
    ['ja3', undefined],
    ['imphash', undefined],
    ['SHA512', undefined],
    ['sha3_384_hash', undefined],
    ['constructor', undefined],
    ['source', undefined],
    ['src_domain', undefined],
    ['', undefined]
  ])('reads %s as %j', (name, parts) => {
    expect(feedTypeNamed(name)?.parts).toEqual(parts)
  })

  it('takes the side of the traffic from the name of an address', () => {
    expect(feedTypeNamed('ip-src')).toEqual({ parts: ['address'], role: 'source' })
    expect(feedTypeNamed('source_ip')).toEqual({ parts: ['address'], role: 'source' })
    expect(feedTypeNamed('ip-dst|port')).toEqual({ parts: ['address', 'port'], role: 'destination' })
    expect(feedTypeNamed('destination.ip')).toEqual({ parts: ['address'], role: 'destination' })
    expect(feedTypeNamed('ip')?.role).toBeUndefined()
  })
})
