import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { zeekIntel } from './zeek-intel.ts'

const HEADER = '#fields\tindicator\tindicator_type\tmeta.source\tmeta.do_notice\tmeta.desc\tmeta.url\n'

const read = async (text: string): Promise<readonly FeedItem[]> => (await readText(zeekIntel, text)).items

describe('Zeek intelligence files', () => {
  it('give a value a line, with what the metadata says; that no notice is asked for says nothing', async () => {
    const rows =
      '192.0.2.1\tIntel::ADDR\tEXAMPLE\tF\tBOTNET\thttps://reports.example/1\n' +
      'b.example\tIntel::DOMAIN\tEXAMPLE\tF\tEXAMPLE\t-\n' +
      'a.example\tIntel::DOMAIN\tAn Example\tT\tSeen in "https://reports.example/2"\t-\n'
    expect(await read(HEADER + rows)).toEqual([
      {
        kind: 'ipv4',
        value: '192.0.2.1',
        position: 'line 2',
        context: { threatTypes: ['BOTNET'], tags: ['EXAMPLE'], links: ['https://reports.example/1'] }
      },
      { kind: 'domain', value: 'b.example', position: 'line 3', context: { tags: ['EXAMPLE'] } },
      { kind: 'domain', value: 'a.example', position: 'line 4', context: { links: ['https://reports.example/2'] } }
    ])
  })

  it.each([
    ['Intel::ADDR', '2001:db8::1', 'ipv6'],
    ['Intel::URL', 'a.example/path', 'url'],
    ['Intel::FILE_HASH', 'b'.repeat(40), 'sha1'],
    ['Intel::EMAIL', 'a@b.example', 'email']
  ])('know the type %s', async (type, value, kind) => {
    expect(await read(`#fields\tindicator\tindicator_type\n${value}\t${type}\n`)).toEqual([
      { kind, value, position: 'line 2' }
    ])
  })

  it.each(['Intel::SUBNET', 'Intel::SOFTWARE', 'Intel::FILE_NAME', 'Intel::CERT_HASH', 'Intel::FILE_HASH'])(
    'refuse the type %s for what is none of our kinds',
    async (type) => {
      expect(await read(`${HEADER}192.0.2.0/24\t${type}\n`)).toMatchObject([
        { value: '192.0.2.0/24', rejection: { reason: 'unsupported_type', detail: type } }
      ])
    }
  )

  it('take back what is whitelisted or removed', async () => {
    const header = '#fields\tindicator\tindicator_type\tmeta.whitelist\tmeta.remove\n'
    const rows = ['T\tF', 'F\tT', 'F\tF'].map((flags) => `a.example\tIntel::DOMAIN\t${flags}\n`).join('')
    const takesBack = { kind: 'domain', value: 'a.example' }
    expect(await read(header + rows)).toEqual([
      {
        value: 'a.example',
        position: 'line 2',
        rejection: { reason: 'not_for_detection', detail: 'whitelisted' },
        takesBack
      },
      { value: 'a.example', position: 'line 3', rejection: { reason: 'deleted' }, takesBack },
      { kind: 'domain', value: 'a.example', position: 'line 4' }
    ])
  })

  it('may have the metadata of the Collective Intelligence Framework, and columns in any order', async () => {
    const header =
      '#fields\tmeta.cif_firstseen\tmeta.cif_lastseen\tmeta.cif_confidence\tmeta.cif_tags\tindicator_type\tindicator\n'
    expect(await read(`${header}2026-05-01\t2026-05-02T00:00:00Z\t85\trat,c2\tIntel::DOMAIN\ta.example\n`)).toEqual([
      {
        kind: 'domain',
        value: 'a.example',
        position: 'line 2',
        confidence: 'high',
        firstSeen: Date.UTC(2026, 4, 1) / 1000,
        lastSeen: Date.UTC(2026, 4, 2) / 1000,
        context: { tags: ['rat', 'c2'] }
      }
    ])
  })

  it('lose a damaged line only', async () => {
    const text = `${HEADER}\n# remark\n\tIntel::ADDR\n(empty)\tIntel::ADDR\na.example\n"b.example\tIntel::DOMAIN\nc.example\tIntel::DOMAIN\n`
    expect((await read(text)).map((item) => ('rejection' in item ? item.rejection : item.value))).toEqual([
      { reason: 'bad_record', detail: 'no indicator' },
      { reason: 'bad_record', detail: 'no indicator' },
      { reason: 'unsupported_type' },
      '"b.example',
      'c.example'
    ])
    const long = await readText(zeekIntel, `${HEADER}${'x'.repeat(200)}\tIntel::DOMAIN\n`, { maxLineLength: 100 })
    expect(long.items).toMatchObject([{ rejection: { reason: 'too_long_line' } }])
  })

  it('tell what their columns are before their first value', async () => {
    expect(await read('a.example\tIntel::DOMAIN\n')).toMatchObject([
      { position: 'line 1', rejection: { reason: 'bad_record', detail: 'no line #fields above it' } }
    ])
    expect(zeekIntel.recognise({ text: '#fields\tts\tuid\n1\t2\n', complete: true })).toBe(false)
    expect(zeekIntel.recognise({ text: 'indicator\tindicator_type\n', complete: true })).toBe(false)
  })
})

feedFormatContract(zeekIntel, [
  {
    what: 'a file',
    text: `${HEADER}192.0.2.1\tIntel::ADDR\tEXAMPLE\tF\tBOTNET\t-\r\na.example\tIntel::DOMAIN\tEXAMPLE\tF\tBOTNET\t-\r\n198.51.100.0/24\tIntel::SUBNET\tEXAMPLE\tF\tBOTNET\t-\r\n`
  }
])
