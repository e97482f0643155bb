import { describe, expect, it } from 'vitest'
import { parseTime } from '../../../indicator/parse-time.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { threatfoxCsv } from './threatfox-csv.ts'
import { threatfoxJson } from './threatfox-json.ts'

const CSV = `################################################################
# ThreatFox IOCs: recent additions - CSV format                #
#
# "first_seen_utc","ioc_id","ioc_value","ioc_type","threat_type","fk_malware","malware_alias","malware_printable","last_seen_utc","confidence_level","is_compromised","reference","tags","anonymous","reporter"
"2026-05-17 05:35:20", "1", "192.0.2.81:425", "ip:port", "botnet_cc", "win.example", "None", "Example RAT", "", "75", "False", "", "rat,example", "0", "someone"
"2026-05-17 05:28:01", "2", "bad.example.com", "domain", "payload_delivery", "unknown", "None", "Unknown malware", "2026-05-18 01:00:00", "100", "False", "https://example.org/report", "None", "1", "anonymous"
"2026-05-17 05:28:00", "3", "2001:db8:cf40:1::5:40669", "ip:port", "botnet_cc", "win.example", "None", "Example RAT", "", "10", "False", "None", "None", "1", "anonymous"
"2026-05-17 05:20:00", "4", "0123456789abcdef0123456789abcdef", "md5_hash", "payload", "win.example", "", "Example RAT", "", "50", "False", "None", "", "0", "someone"
"2026-05-17 05:20:00", "5", "aaaa456789abcdef0123456789abcdef", "ja3_hash", "payload", "", "", "", "", "50", "False", "None", "", "0", "someone"
# Number of entries: 5
`

const EXPORT = `{
  "1": [{ "ioc_value": "192.0.2.81:425", "ioc_type": "ip:port", "threat_type": "botnet_cc", "malware": "win.example", "malware_printable": "Example RAT", "first_seen_utc": "2026-05-17 05:35:20", "last_seen_utc": null, "confidence_level": 75, "reference": "", "tags": "rat,example" }],
  "2": [{ "ioc_value": "bad.example.com", "ioc_type": "domain", "threat_type": "payload_delivery", "malware_printable": "Unknown malware", "first_seen_utc": "2026-05-17 05:28:01", "confidence_level": 100, "reference": null, "tags": null }]
}
`

const API = `{"query_status":"ok","data":[
{"id":"1","ioc":"http://bad.example.com/a","threat_type":"botnet_cc","ioc_type":"url","malware":"apk.example","malware_printable":"Example","confidence_level":80,"first_seen":"2026-05-17 11:36:10 UTC","last_seen":null,"reference":null,"tags":["apk","Example"]},
{"id":"2","ioc":"worse.example.com","threat_type":"botnet_cc","ioc_type":"domain","malware":"win.other","malware_printable":null,"confidence_level":80,"first_seen":"2026-05-17 11:36:10 UTC","last_seen":null,"reference":null,"tags":null}
]}
`

const LINES = API.split('\n').slice(1, 3).join('\n').replace('},', '}').concat('\n')

feedFormatContract(threatfoxCsv, [{ what: 'an export', text: CSV }])
feedFormatContract(threatfoxJson, [
  { what: 'an export', text: EXPORT },
  { what: 'an answer of the API', text: API },
  { what: 'one record per line', text: LINES }
])

describe('threatfox', () => {
  it('reads values, types, times, confidence and context of the CSV export', async () => {
    const { items } = await readText(threatfoxCsv, CSV)
    expect(items).toEqual([
      {
        kind: 'ipv4',
        value: '192.0.2.81',
        position: 'line 5',
        confidence: 'high',
        firstSeen: parseTime('2026-05-17T05:35:20Z'),
        context: {
          role: 'destination',
          threatTypes: ['botnet_cc'],
          malwareFamilies: ['Example RAT'],
          ports: [425],
          tags: ['rat', 'example']
        }
      },
      {
        kind: 'domain',
        value: 'bad.example.com',
        position: 'line 6',
        confidence: 'high',
        firstSeen: parseTime('2026-05-17T05:28:01Z'),
        lastSeen: parseTime('2026-05-18T01:00:00Z'),
        context: { role: 'destination', threatTypes: ['payload_delivery'], links: ['https://example.org/report'] }
      },
      {
        kind: 'ipv6',
        value: '2001:db8:cf40:1::5',
        position: 'line 7',
        confidence: 'low',
        firstSeen: parseTime('2026-05-17T05:28:00Z'),
        context: {
          role: 'destination',
          threatTypes: ['botnet_cc'],
          malwareFamilies: ['Example RAT'],
          ports: [40669]
        }
      },
      {
        kind: 'md5',
        value: '0123456789abcdef0123456789abcdef',
        position: 'line 8',
        confidence: 'medium',
        firstSeen: parseTime('2026-05-17T05:20:00Z'),
        context: { threatTypes: ['payload'], malwareFamilies: ['Example RAT'] }
      },
      {
        value: 'aaaa456789abcdef0123456789abcdef',
        position: 'line 9',
        rejection: { reason: 'unsupported_type', detail: 'ja3_hash' }
      }
    ])
  })

  it('reads the JSON export as the CSV export', async () => {
    const { items } = await readText(threatfoxJson, EXPORT)
    const [fromCsv] = (await readText(threatfoxCsv, CSV)).items
    expect(items[0]).toEqual({ ...fromCsv, position: '/1/0' })
    expect(items[1]).toMatchObject({ kind: 'domain', value: 'bad.example.com', position: '/2/0' })
  })

  it('reads answers of the API, with the family under whatever name it has', async () => {
    const { items } = await readText(threatfoxJson, API)
    expect(items).toMatchObject([
      {
        kind: 'url',
        value: 'http://bad.example.com/a',
        context: { malwareFamilies: ['Example'], tags: ['apk', 'Example'] }
      },
      { kind: 'domain', value: 'worse.example.com', context: { malwareFamilies: ['win.other'] } }
    ])
  })

  it('rejects records without a value or type', async () => {
    const text = `{"data":[{"ioc_type":"url"},{"ioc":"bad.example.com"},7,{"ioc":"192.0.2.1","ioc_type":"ip:port"}]}`
    const { items } = await readText(threatfoxJson, text)
    expect(items).toEqual([
      { value: '', position: '/data/0', rejection: { reason: 'bad_record', detail: 'no ioc_value' } },
      { value: 'bad.example.com', position: '/data/1', rejection: { reason: 'unsupported_type' } },
      { value: '7', position: '/data/2', rejection: { reason: 'bad_record', detail: 'not a JSON object' } },
      { kind: 'ipv4', value: '192.0.2.1', position: '/data/3', context: { role: 'destination' } }
    ])
  })

  it('gives values with the same context one object', async () => {
    const twice = CSV.replace('192.0.2.81:425', '192.0.2.82:425')
    const { items } = await readText(threatfoxCsv, CSV + twice)
    const contexts = items.flatMap((item) =>
      'context' in item && item.context.ports?.[0] === 425 ? [item.context] : []
    )
    expect(contexts).toHaveLength(2)
    expect(contexts[0]).toBe(contexts[1])
  })
})
