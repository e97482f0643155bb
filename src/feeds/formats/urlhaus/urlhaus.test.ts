import { describe, expect, it } from 'vitest'
import { parseTime } from '../../../indicator/parse-time.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { urlhausCsv } from './urlhaus-csv.ts'
import { urlhausJson } from './urlhaus-json.ts'

const DUMP = `################################################################
# abuse.ch URLhaus Database Dump (CSV - recent URLs only)      #
#
# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter
"2","2026-05-17 06:17:08","http://192.0.2.168:50444/bin.sh","online","2026-05-18 06:17:08","malware_download","32-bit,elf","https://urlhaus.example/url/2/","someone"
"1","2026-05-17 06:17:07","https://bad.example.com/i?a=1","offline","","malware_download","None","https://urlhaus.example/url/1/","someone"
`

const PAYLOADS = `# firstseen,url,filetype,md5,sha256,signature
"2026-05-17 06:17:08","http://192.0.2.168/a.exe","exe","0123456789abcdef0123456789abcdef","${'ab'.repeat(32)}","Example"
"2026-05-17 06:17:09","http://192.0.2.169/a.exe","exe","1123456789abcdef0123456789abcdef","${'ac'.repeat(32)}","None"
`

const JSON_DUMP = `{"2":[{"dateadded":"2026-05-17 06:17:08 UTC","url":"http://192.0.2.168:50444/bin.sh","url_status":"online","last_online":"2026-05-18 06:17:08 UTC","threat":"malware_download","tags":["32-bit","elf"],"urlhaus_link":"https://urlhaus.example/url/2/","reporter":"someone"}],
"1":[{"dateadded":"2026-05-17 06:17:07 UTC","url":"https://bad.example.com/i?a=1","url_status":"offline","last_online":null,"threat":"malware_download","tags":null,"urlhaus_link":"https://urlhaus.example/url/1/","reporter":"someone"}]}
`

const API = `{"query_status":"ok","urls":[
{"id":"2","urlhaus_reference":"https://urlhaus.example/url/2/","url":"http://192.0.2.168:50444/bin.sh","date_added":"2026-05-17 06:17:08 UTC","threat":"malware_download","tags":["elf"]},
{"id":"1","urlhaus_reference":"https://urlhaus.example/url/1/","url":"https://bad.example.com/i","date_added":"2026-05-17 06:17:07 UTC","threat":null,"tags":null}]}
`

feedFormatContract(urlhausCsv, [
  { what: 'a dump of URLs', text: DUMP },
  { what: 'a dump of payloads', text: PAYLOADS }
])
feedFormatContract(urlhausJson, [
  { what: 'a dump', text: JSON_DUMP },
  { what: 'an answer of the API', text: API }
])

const FIRST = {
  kind: 'url',
  value: 'http://192.0.2.168:50444/bin.sh',
  firstSeen: parseTime('2026-05-17T06:17:08Z'),
  lastSeen: parseTime('2026-05-18T06:17:08Z'),
  context: {
    role: 'destination',
    threatTypes: ['malware_download'],
    tags: ['32-bit', 'elf'],
    links: ['https://urlhaus.example/url/2/']
  }
}

describe('urlhaus', () => {
  it('reads URLs with their times and context', async () => {
    const { items } = await readText(urlhausCsv, DUMP)
    expect(items).toEqual([
      { ...FIRST, position: 'line 5' },
      {
        kind: 'url',
        value: 'https://bad.example.com/i?a=1',
        position: 'line 6',
        firstSeen: parseTime('2026-05-17T06:17:07Z'),
        context: { role: 'destination', threatTypes: ['malware_download'], links: ['https://urlhaus.example/url/1/'] }
      }
    ])
  })

  it('reads the same from JSON', async () => {
    const [first] = (await readText(urlhausJson, JSON_DUMP)).items
    expect(first).toEqual({ ...FIRST, position: '/2/0' })
    expect((await readText(urlhausJson, API)).items).toHaveLength(2)
  })

  it('reads the hashes of payloads beside their URL', async () => {
    const { items } = await readText(urlhausCsv, PAYLOADS)
    expect(items.map((item) => ('kind' in item ? item.kind : undefined))).toEqual([
      'url',
      'md5',
      'sha256',
      'url',
      'md5',
      'sha256'
    ])
    expect(items[1]).toMatchObject({ context: { malwareFamilies: ['Example'], tags: ['exe'] } })
  })

  it('rejects a record without a value', async () => {
    const { items } = await readText(urlhausJson, '{"urls":[{"id":"1"}]}')
    expect(items).toEqual([{ value: '', position: '/urls/0', rejection: { reason: 'bad_record', detail: 'no url' } }])
  })

  it('reads the payloads below a URL, and those in a list of their own', async () => {
    const md5 = '0123456789abcdef0123456789abcdef'
    const payload = { firstseen: '2026-05-17', filename: 'a.doc', file_type: 'doc', signature: 'Heodo' }
    const below = { ...payload, response_md5: md5, response_sha256: 'ab'.repeat(32) }
    const url = { url: 'http://bad.example.com/a', urlhaus_reference: 'https://urlhaus.example/url/1/', threat: 'x' }
    const answer = await readText(urlhausJson, JSON.stringify({ ...url, payloads: [below] }))
    expect(answer.items).toMatchObject([
      { kind: 'url', value: 'http://bad.example.com/a', position: 'line 1' },
      {
        kind: 'md5',
        value: md5,
        position: 'line 1/payloads/0',
        firstSeen: parseTime('2026-05-17'),
        context: { malwareFamilies: ['Heodo'], fileNames: ['a.doc'], tags: ['doc'] }
      },
      { kind: 'sha256', value: 'ab'.repeat(32) }
    ])
    const own = {
      ...payload,
      md5_hash: md5,
      sha256_hash: 'ac'.repeat(32),
      urlhaus_download: 'https://urlhaus.example/'
    }
    const text = JSON.stringify({ query_status: 'ok', payloads: [own, { ...own, md5_hash: null }] })
    expect(urlhausJson.recognise({ text, complete: true })).toBe(true)
    const { items } = await readText(urlhausJson, text)
    expect(items.map((item) => [item.position, item.value])).toEqual([
      ['line 1/payloads/0', md5],
      ['line 1/payloads/0', 'ac'.repeat(32)],
      ['line 1/payloads/1', 'ac'.repeat(32)]
    ])
  })
})
