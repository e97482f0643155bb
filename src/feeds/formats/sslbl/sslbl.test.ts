import { describe, expect, it } from 'vitest'
import { parseTime } from '../../../indicator/parse-time.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { recogniseFormat } from '../../recognise-format.ts'
import { sslblCsv } from './sslbl-csv.ts'

const SERVERS = `# abuse.ch SSLBL Botnet C2 IP Blacklist (CSV)
# Firstseen,DstIP,DstPort
2026-05-17 10:24:05,192.0.2.9,443
2026-05-17 10:24:06,2001:db8::9,https
`

const CERTIFICATES = `# Listingdate,SHA1,Listingreason
2026-05-17 06:17:52,${'a'.repeat(40)},Example C&C
2026-05-17 06:17:53,${'b'.repeat(40)},Example C&C
`

const CLIENTS = `# ja3_md5,Firstseen,Lastseen,Listingreason
${'a'.repeat(32)},2026-05-16 18:08:15,2026-05-17 20:42:54,Adware
${'b'.repeat(32)},2026-05-16 18:08:15,2026-05-17 20:42:54,Adware
`

feedFormatContract(sslblCsv, [
  { what: 'servers', text: SERVERS },
  { what: 'certificates', text: CERTIFICATES },
  { what: 'JA3 fingerprints', text: CLIENTS }
])

describe('sslbl', () => {
  it('reads servers with their ports', async () => {
    const { items } = await readText(sslblCsv, SERVERS)
    expect(items).toEqual([
      {
        kind: 'ipv4',
        value: '192.0.2.9',
        position: 'line 3',
        firstSeen: parseTime('2026-05-17T10:24:05Z'),
        context: { role: 'destination', threatTypes: ['botnet_cc'], ports: [443] }
      },
      {
        kind: 'ipv6',
        value: '2001:db8::9',
        position: 'line 4',
        firstSeen: parseTime('2026-05-17T10:24:06Z'),
        context: { role: 'destination', threatTypes: ['botnet_cc'] }
      }
    ])
  })

  it.each([
    [CERTIFICATES, 'certificate'],
    [CLIENTS, 'JA3']
  ])('takes no fingerprint for the hash of a file', async (text, detail) => {
    expect(recogniseFormat({ text, complete: true })).toBe(sslblCsv)
    const { items } = await readText(sslblCsv, text)
    expect(items).toMatchObject([
      { rejection: { reason: 'unsupported_type', detail } },
      { rejection: { reason: 'unsupported_type', detail } }
    ])
  })

  it('rejects a record without an address', async () => {
    const { items } = await readText(sslblCsv, '# Firstseen,DstIP,DstPort\n2026-05-17,,443\n')
    expect(items).toEqual([{ value: '', position: 'line 2', rejection: { reason: 'bad_record', detail: 'no DstIP' } }])
  })
})
