import { describe, expect, it } from 'vitest'
import { parseTime } from '../../../indicator/parse-time.ts'
import { feedFormatContract, readText } from '../../feed-format.contract.ts'
import { kevCsv } from './kev-csv.ts'
import { kevJson } from './kev-json.ts'

const CSV = `cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,knownRansomwareCampaignUse,notes,cwes
CVE-2099-0001,Example,Server,"Example Server Bypass",2026-05-17,"Example, a server, contains a ""bypass"".",Patch.,2026-06-07,Unknown,"https://example.com/1 ; https://nvd.example/CVE-2099-0001",CWE-305
CVE-2099-0002,Example,Client,"Example Client Overflow",2026-05-18,"Overflow","Patch.",2026-06-07,Known,"",CWE-121
`

const CATALOGUE = `{
  "title": "Example catalogue",
  "catalogVersion": "2026.05.18",
  "count": 2,
  "vulnerabilities": [
    { "cveID": "CVE-2099-0001", "vulnerabilityName": "Example Server Bypass", "dateAdded": "2026-05-17", "knownRansomwareCampaignUse": "Unknown", "notes": "https:\\/\\/example.com\\/1 ; https:\\/\\/nvd.example\\/CVE-2099-0001", "cwes": ["CWE-305"] },
    { "cveID": "CVE-2099-0002", "vulnerabilityName": "Example Client Overflow", "dateAdded": "2026-05-18", "knownRansomwareCampaignUse": "Known", "notes": "" }
  ]
}
`

feedFormatContract(kevCsv, [{ what: 'the catalogue', text: CSV }])
feedFormatContract(kevJson, [{ what: 'the catalogue', text: CATALOGUE }])

const first = {
  kind: 'cve',
  value: 'CVE-2099-0001',
  firstSeen: parseTime('2026-05-17'),
  context: { links: ['https://example.com/1', 'https://nvd.example/CVE-2099-0001'] }
}

describe('kev', () => {
  it('reads vulnerabilities with the day they were added, links and the use in ransomware', async () => {
    const { items } = await readText(kevCsv, CSV)
    expect(items).toEqual([
      { ...first, position: 'line 2' },
      {
        kind: 'cve',
        value: 'CVE-2099-0002',
        position: 'line 3',
        firstSeen: parseTime('2026-05-18'),
        context: { threatTypes: ['ransomware'] }
      }
    ])
  })

  it('reads the same from JSON', async () => {
    const { items } = await readText(kevJson, CATALOGUE)
    expect(items[0]).toEqual({ ...first, position: '/vulnerabilities/0' })
    expect(items).toHaveLength(2)
  })

  it('rejects a record without an id', async () => {
    const { items } = await readText(kevJson, '{"vulnerabilities":[{}]}')
    expect(items).toEqual([
      { value: '', position: '/vulnerabilities/0', rejection: { reason: 'bad_record', detail: 'no cveID' } }
    ])
  })
})
