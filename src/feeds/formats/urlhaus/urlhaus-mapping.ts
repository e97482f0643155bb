import { indicatorItem } from '../../indicator-item.ts'
import { linksIn } from '../../links-in.ts'
import type { CreateMapping } from '../../record-mapping.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import { parseTimeText } from '../../time-text.ts'

const VALUES = [
  { name: 'url', kind: 'url' },
  { name: 'md5', kind: 'md5' },
  { name: 'sha256', kind: 'sha256' }
] as const

/**
 * URLhaus's records: the URLs of its dumps and API, and of its list of payloads, which has two hashes of what a URL
 * served. https://urlhaus.abuse.ch/api/
 */
export const createUrlhausMapping: CreateMapping = () => {
  const share = createShareContext()
  return (record, position) => {
    const threat = record.text('threat')
    const family = record.text('signature')
    const fileType = record.text('filetype')
    const facts = {
      firstSeen: parseTimeText(record.text('dateadded') ?? record.text('date_added') ?? record.text('firstseen')),
      lastSeen: parseTimeText(record.text('last_online')),
      context: share({
        role: 'destination',
        threatTypes: threat === undefined ? [] : [threat],
        malwareFamilies: family === undefined ? [] : [family],
        tags: fileType === undefined ? record.list('tags') : [...record.list('tags'), fileType],
        links: linksIn(record.text('urlhaus_link') ?? record.text('urlhaus_reference'))
      })
    }
    const items = VALUES.flatMap(({ name, kind }) => {
      const value = record.text(name)
      return value === undefined ? [] : [indicatorItem(kind, value, position, facts)]
    })
    return items.length === 0 ? [refusal('', position, 'bad_record', 'no url')] : items
  }
}
