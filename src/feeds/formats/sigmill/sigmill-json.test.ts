import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../../indicator/raw-indicator.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { sigmillJson } from './sigmill-json.ts'

const full = {
  feed_name: 'partner',
  confidence: 'high',
  first_seen: '2026-05-16T10:00:00Z',
  last_seen: '2026-05-17T00:00:00Z',
  valid_until: '2026-06-01T00:00:00Z',
  role: 'destination',
  ports: [443, 'x'],
  threat_types: ['botnet_cc'],
  malware_families: ['Example, the loader'],
  actors: ['Example Bear'],
  file_names: ['a,b.exe'],
  tags: ['rat'],
  mitre_techniques: ['T1071.001'],
  industries: ['energy', 'gardening'],
  references: ['https://reports.example/1'],
  tlp: 'amber-strict',
  licences: ['CC0-1.0']
}

const indicator = {
  id: '38a2b9d6-0000-5000-8000-000000000000',
  type: 'url',
  value: 'http://a.example/x',
  confidence: 'high',
  first_seen: '2026-05-16T10:00:00Z',
  last_seen: '2026-05-17T00:00:00Z',
  source: { article_id: null, reference_url: 'https://reports.example/2', feed_name: 'partner' },
  tags: ['all'],
  mitre_techniques: ['T1071.001'],
  sources: [full, { feed_name: 'other', confidence: 'low', last_seen: '2026-05-15T00:00:00Z', role: 'source' }]
}

const answerWith = (...data: readonly unknown[]): string =>
  `{"meta":{"total":${data.length},"generated_at":"2026-05-17T10:00:00.000000Z","feed_version":"1.0"},"data":[\n${data
    .map((object) => JSON.stringify(object))
    .join(',\n')}\n],"links":{"self":"/api/v1/iocs","next":null}}\n`

const read = async (text: string): Promise<readonly FeedItem[]> => (await readText(sigmillJson, text)).items

describe("sigmill's own JSON", () => {
  it('gives what each source says, with nothing lost', async () => {
    expect(await read(answerWith(indicator))).toEqual([
      {
        kind: 'url',
        value: 'http://a.example/x',
        position: '/data/0',
        confidence: 'high',
        firstSeen: Date.UTC(2026, 4, 16, 10) / 1000,
        lastSeen: Date.UTC(2026, 4, 17) / 1000,
        validUntil: Date.UTC(2026, 5, 1) / 1000,
        context: {
          role: 'destination',
          ports: [443],
          threatTypes: ['botnet_cc'],
          malwareFamilies: ['Example, the loader'],
          actors: ['Example Bear'],
          fileNames: ['a,b.exe'],
          tags: ['rat'],
          techniques: ['T1071.001'],
          industries: ['energy'],
          links: ['https://reports.example/1'],
          tlp: 'amber-strict',
          licences: ['CC0-1.0']
        }
      },
      {
        kind: 'url',
        value: 'http://a.example/x',
        position: '/data/0',
        confidence: 'low',
        lastSeen: Date.UTC(2026, 4, 15) / 1000,
        context: { role: 'source' }
      }
    ])
  })

  it('gives what the indicator says where it tells nothing of its sources', async () => {
    const { sources: _, ...bare } = indicator
    const own = { confidence: 'high', context: { tags: ['all'], techniques: ['T1071.001'] } }
    expect(await read(answerWith(bare, { ...bare, source: null }))).toMatchObject([
      { ...own, context: { ...own.context, links: ['https://reports.example/2'] } },
      own
    ])
  })

  it('takes back what has ended', async () => {
    const ended = { ...indicator, sources: [{ ...full, valid_until: '2026-05-01T00:00:00Z' }] }
    expect(await read(answerWith(ended))).toMatchObject([
      { rejection: { reason: 'expired' }, takesBack: { kind: 'url', value: 'http://a.example/x' } }
    ])
  })

  it('may hold nothing', async () => {
    const text = answerWith()
    expect(sigmillJson.recognise({ text, complete: true })).toBe(true)
    expect(await read(text)).toEqual([])
  })

  it('refuses what is no indicator of ours', async () => {
    const items = await read(answerWith({ ...indicator, type: 'ja3' }, { type: 'url' }, { value: 'a.example' }, 'x'))
    expect(items.map((item) => 'rejection' in item && item.rejection)).toEqual([
      { reason: 'unsupported_type', detail: 'ja3' },
      { reason: 'bad_record', detail: 'an indicator without its value or type' },
      { reason: 'bad_record', detail: 'an indicator without its value or type' },
      { reason: 'bad_record', detail: 'not a JSON object' }
    ])
  })

  it('loses a broken line only', async () => {
    const line = JSON.stringify(indicator)
    expect((await read(`${line}\n{"id"\n${line}\n`)).map((item) => 'rejection' in item)).toEqual([
      false,
      false,
      true,
      false,
      false
    ])
  })
})

const other = { ...indicator, type: 'domain', value: 'b.example' }

feedFormatContract(sigmillJson, [
  { what: 'an answer', text: answerWith({ ...indicator, sources: [full] }, other) },
  { what: 'a list', text: JSON.stringify([{ ...indicator, sources: [full] }, other], null, 1) },
  { what: 'one per line', text: `${JSON.stringify({ ...indicator, sources: [full] })}\n${JSON.stringify(other)}\n` }
])
