import type { FeedItem, Position } from '../../../indicator/raw-indicator.ts'
import type { Fields } from '../../field-text.ts'
import { indicatorItem } from '../../indicator-item.ts'
import { linksIn } from '../../links-in.ts'
import type { CreateMapping } from '../../record-mapping.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import { parseTimeText } from '../../time-text.ts'

const VALUES = [
  { names: ['url'], kind: 'url' },
  { names: ['md5', 'md5_hash', 'response_md5'], kind: 'md5' },
  { names: ['sha256', 'sha256_hash', 'response_sha256'], kind: 'sha256' }
] as const

/**
 * URLhaus's records: the URLs of its dumps and API, and the payloads that they served, which stand in a list of their
 * own with two hashes each, or below their URL. https://urlhaus.abuse.ch/api/
 */
export const createUrlhausMapping: CreateMapping = () => {
  const share = createShareContext()

  const itemsOf = (record: Fields, position: Position): readonly FeedItem[] => {
    const first = (...names: readonly string[]): string | undefined => names.map(record.text).find((text) => text)
    const threat = first('threat')
    const family = first('signature')
    const fileType = first('filetype', 'file_type')
    const fileName = first('filename')
    const facts = {
      firstSeen: parseTimeText(first('dateadded', 'date_added', 'firstseen')),
      lastSeen: parseTimeText(first('last_online', 'lastseen')),
      context: share({
        role: 'destination',
        threatTypes: threat === undefined ? [] : [threat],
        malwareFamilies: family === undefined ? [] : [family],
        fileNames: fileName === undefined ? [] : [fileName],
        tags: fileType === undefined ? record.list('tags') : [...record.list('tags'), fileType],
        links: linksIn(first('urlhaus_link', 'urlhaus_reference'))
      })
    }
    const values = VALUES.flatMap(({ names, kind }): readonly FeedItem[] => {
      const value = first(...names)
      return value === undefined ? [] : [indicatorItem(kind, value, position, facts)]
    })
    const payloads = record
      .records('payloads')
      .flatMap((payload, index) => itemsOf(payload, `${position}/payloads/${index}`))
    return [...values, ...payloads]
  }

  return (record, position) => {
    const items = itemsOf(record, position)
    return items.length === 0 ? [refusal('', position, 'bad_record', 'no url')] : items
  }
}
