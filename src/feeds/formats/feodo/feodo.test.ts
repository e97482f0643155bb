import { describe, expect, it } from 'vitest'
import { parseTime } from '../../../indicator/parse-time.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { feodoCsv } from './feodo-csv.ts'
import { feodoJson } from './feodo-json.ts'

const CSV = `################################################################
# abuse.ch Feodo Tracker Botnet C2 IP Blocklist (CSV)          #
#
"first_seen_utc","dst_ip","dst_port","c2_status","last_online","malware"
"2026-05-17 17:51:44","192.0.2.73","1194","online","2026-05-18","Example"
"2026-05-17 19:20:49","2001:db8::5","x","offline","","n/a"
# END 2 entries
`

const JSON_LIST = `[
  {"ip_address":"192.0.2.73","port":1194,"status":"online","hostname":"host.example.net","first_seen":"2026-05-17 17:51:44","last_online":"2026-05-18","malware":"Example"},
  {"ip_address":"192.0.2.74","port":443,"status":"online","hostname":null,"first_seen":"2026-05-17 17:51:44","last_online":"2026-05-18","malware":"Example"}
]
`

feedFormatContract(feodoCsv, [{ what: 'a blocklist', text: CSV }])
feedFormatContract(feodoJson, [
  { what: 'a blocklist', text: JSON_LIST },
  { what: 'one record per line', text: JSON_LIST.replace('[\n', '').replace('},\n', '}\n').replace(']\n', '') }
])

describe('feodo', () => {
  const first = {
    kind: 'ipv4',
    value: '192.0.2.73',
    firstSeen: parseTime('2026-05-17T17:51:44Z'),
    lastSeen: parseTime('2026-05-18'),
    context: { role: 'destination', threatTypes: ['botnet_cc'], malwareFamilies: ['Example'], ports: [1194] }
  }

  it('reads addresses with port and family', async () => {
    const { items } = await readText(feodoCsv, CSV)
    expect(items).toEqual([
      { ...first, position: 'line 5' },
      {
        kind: 'ipv6',
        value: '2001:db8::5',
        position: 'line 6',
        firstSeen: parseTime('2026-05-17T19:20:49Z'),
        context: { role: 'destination', threatTypes: ['botnet_cc'] }
      }
    ])
  })

  it('reads the same from JSON, and takes no host name of an address for an indicator', async () => {
    const { items } = await readText(feodoJson, JSON_LIST)
    expect(items).toHaveLength(2)
    expect(items[0]).toEqual({ ...first, position: '/0' })
  })

  it('rejects a line that is no JSON and reads on', async () => {
    const lines = '{"ip_address":"192.0.2.1"}\n{"ip_address":\n{"ip_address":"192.0.2.2"}\n'
    const { items } = await readText(feodoJson, lines)
    expect(items.map(({ value, position }) => [position, value])).toEqual([
      ['line 1', '192.0.2.1'],
      ['line 2', '{"ip_address":'],
      ['line 3', '192.0.2.2']
    ])
  })

  it('rejects a record without an address', async () => {
    const { items } = await readText(feodoJson, '[{"port":1}]')
    expect(items).toEqual([{ value: '', position: '/0', rejection: { reason: 'bad_record', detail: 'no address' } }])
  })
})
