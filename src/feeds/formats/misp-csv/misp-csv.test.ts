import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { mispCsv } from './misp-csv.ts'
import { splitTagNames } from './split-tag-names.ts'

const HEADER = 'uuid,event_id,category,type,value,comment,to_ids,date,object_relation,attribute_tag\n'

const rowOf = (type: string, value: string, rest = '1,20260517,"",""'): string =>
  `"5f0c0000-0000-4000-8000-000000000001",7,"Network activity","${type}","${value}","a ""remark"", with a comma",${rest}\n`

const read = async (...rows: readonly string[]): Promise<readonly FeedItem[]> =>
  (await readText(mispCsv, HEADER + rows.join(''))).items

describe('attributes of MISP as CSV', () => {
  it('give their values with what type and tags say', async () => {
    const tags =
      '"tlp:amber,misp-galaxy:threat-actor=""Example Bear, the"",misp:confidence-level=""usually-confident"""'
    expect(
      await read(
        rowOf('ip-dst|port', '192.0.2.1|443', `1,20260517,"",${tags}`),
        rowOf('filename|sha1', `x.exe|${'a'.repeat(40)}`),
        rowOf('domain|ip', 'a.example|192.0.2.2', '1,1778976000,"domain",""')
      )
    ).toEqual([
      {
        kind: 'ipv4',
        value: '192.0.2.1',
        position: 'line 2',
        confidence: 'high',
        firstSeen: Date.UTC(2026, 4, 17) / 1000,
        context: { role: 'destination', tlp: 'amber', actors: ['Example Bear, the'], ports: [443] }
      },
      {
        kind: 'sha1',
        value: 'a'.repeat(40),
        position: 'line 3',
        firstSeen: Date.UTC(2026, 4, 17) / 1000,
        context: { fileNames: ['x.exe'] }
      },
      { kind: 'domain', value: 'a.example', position: 'line 4', firstSeen: 1_778_976_000 },
      { kind: 'ipv4', value: '192.0.2.2', position: 'line 4', firstSeen: 1_778_976_000 }
    ])
  })

  it('say when they were seen before they say when they were changed, and have the tags of their event', async () => {
    const text =
      'category,type,value,to_ids,first_seen,last_seen,date,event_date,attribute_tag,event_tag\n' +
      'x,domain,a.example,1,2026-05-01,2026-05-03,20260517,2026-04-01,"misp:confidence-level=""unconfident""",rat\n' +
      'x,domain,b.example,true,,,,2026-04-01,,"misp:confidence-level=""usually-confident"""\n'
    expect((await readText(mispCsv, text)).items).toMatchObject([
      {
        confidence: 'low',
        firstSeen: Date.UTC(2026, 4, 1) / 1000,
        lastSeen: Date.UTC(2026, 4, 3) / 1000,
        context: { tags: ['rat'] }
      },
      { confidence: 'high', firstSeen: Date.UTC(2026, 3, 1) / 1000 }
    ])
  })

  it('are taken back when they are deleted or not for detection', async () => {
    const text =
      'category,type,value,to_ids,deleted\nx,domain,a.example,0,\nx,domain,b.example,False,0\nx,domain,c.example,1,1\n' +
      'x,domain,d.example,,\n'
    const { items } = await readText(mispCsv, text)
    expect(items.map((item) => ('rejection' in item ? [item.rejection.reason, item.takesBack] : item.value))).toEqual([
      ['not_for_detection', { kind: 'domain', value: 'a.example' }],
      ['not_for_detection', { kind: 'domain', value: 'b.example' }],
      ['deleted', { kind: 'domain', value: 'c.example' }],
      'd.example'
    ])
  })

  it('are refused where they are no values of our kinds, or nothing', async () => {
    const items = await read(
      rowOf('comment', 'a remark'),
      rowOf('ja3-fingerprint-md5', 'b'.repeat(32)),
      rowOf('link', 'https://a.example/', '0,20260517,"",""'),
      rowOf('domain', ''),
      rowOf('', 'a.example')
    )
    expect(items.map((item) => 'rejection' in item && item.rejection)).toEqual([
      { reason: 'unsupported_type', detail: 'comment' },
      { reason: 'unsupported_type', detail: 'ja3-fingerprint-md5' },
      { reason: 'unsupported_type', detail: 'link' },
      { reason: 'bad_record', detail: 'an attribute without its value or type' },
      { reason: 'bad_record', detail: 'an attribute without its value or type' }
    ])
    expect(await read(rowOf('link', 'https://a.example/'))).toMatchObject([{ kind: 'url' }])
  })
})

describe('splitTagNames', () => {
  it('splits at commas, but not within quotes', () => {
    expect(splitTagNames('a, b:c="d, e",,f')).toEqual(['a', 'b:c="d, e"', 'f'])
    expect(splitTagNames('a,b="c,d')).toEqual(['a', 'b="c,d'])
    expect(splitTagNames(undefined)).toEqual([])
  })
})

feedFormatContract(mispCsv, [
  {
    what: 'an export',
    text:
      HEADER +
      rowOf('ip-src', '192.0.2.1') +
      rowOf('domain', 'a.example', '0,20260517,"",""') +
      rowOf('url', 'https://b.example/')
  }
])
