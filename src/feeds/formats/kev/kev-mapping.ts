import { indicatorItem } from '../../indicator-item.ts'
import { linksIn } from '../../links-in.ts'
import type { CreateMapping } from '../../record-mapping.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import { parseTimeText } from '../../time-text.ts'

/** Records of CISA's catalogue of known exploited vulnerabilities. https://www.cisa.gov/known-exploited-vulnerabilities */
export const createKevMapping: CreateMapping = () => {
  const share = createShareContext()
  return (record, position) => {
    const id = record.text('cveID')
    if (id === undefined) return [refusal('', position, 'bad_record', 'no cveID')]
    const isRansomware = record.text('knownRansomwareCampaignUse')?.toLowerCase() === 'known'
    return [
      indicatorItem('cve', id, position, {
        firstSeen: parseTimeText(record.text('dateAdded')),
        context: share({ threatTypes: isRansomware ? ['ransomware'] : [], links: linksIn(record.text('notes')) })
      })
    ]
  }
}
