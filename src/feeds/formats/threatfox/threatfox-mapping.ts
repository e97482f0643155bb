import { parseConfidence } from '../../confidence-text.ts'
import { feedTypeNamed } from '../../feed-type.ts'
import { indicatorItem } from '../../indicator-item.ts'
import { linksIn } from '../../links-in.ts'
import type { CreateMapping } from '../../record-mapping.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import { parseTimeText } from '../../time-text.ts'
import { splitTypedValue } from '../../typed-value.ts'

const NO_FAMILIES = new Set(['unknown malware', 'unknown'])

/** ThreatFox's records: `ioc_value` in its exports, `ioc` in its API. https://threatfox.abuse.ch/api/ */
export const createThreatfoxMapping: CreateMapping = () => {
  const share = createShareContext()
  return (record, position) => {
    const ioc = record.text('ioc_value') ?? record.text('ioc')
    if (ioc === undefined) return [refusal('', position, 'bad_record', 'no ioc_value')]
    const typeName = record.text('ioc_type')
    const type = typeName === undefined ? undefined : feedTypeNamed(typeName)
    const values = type === undefined ? [] : splitTypedValue(type, ioc)
    if (values.length === 0) return [refusal(ioc, position, 'unsupported_type', typeName)]
    const threatType = record.text('threat_type')
    const family = record.text('malware_printable') ?? record.text('malware') ?? record.text('fk_malware')
    return values.map(({ kind, value, port }) =>
      indicatorItem(kind, value, position, {
        confidence: parseConfidence(record.text('confidence_level')),
        firstSeen: parseTimeText(record.text('first_seen_utc') ?? record.text('first_seen')),
        lastSeen: parseTimeText(record.text('last_seen_utc') ?? record.text('last_seen')),
        context: share({
          role: threatType === 'payload' ? undefined : 'destination',
          threatTypes: threatType === undefined ? [] : [threatType],
          malwareFamilies: family === undefined || NO_FAMILIES.has(family.toLowerCase()) ? [] : [family],
          ports: port === undefined ? [] : [port],
          tags: record.list('tags'),
          links: linksIn(record.text('reference'))
        })
      })
    )
  }
}
