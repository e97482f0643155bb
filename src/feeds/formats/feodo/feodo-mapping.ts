import { indicatorItem } from '../../indicator-item.ts'
import { parsePort } from '../../port.ts'
import type { CreateMapping } from '../../record-mapping.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import { parseTimeText } from '../../time-text.ts'

/** Feodo Tracker's records: addresses of command and control servers. https://feodotracker.abuse.ch/blocklist/ */
export const createFeodoMapping: CreateMapping = () => {
  const share = createShareContext()
  return (record, position) => {
    const address = record.text('dst_ip') ?? record.text('ip_address')
    if (address === undefined) return [refusal('', position, 'bad_record', 'no address')]
    const family = record.text('malware')
    const port = parsePort(record.text('dst_port') ?? record.text('port'))
    const item = indicatorItem(address.includes(':') ? 'ipv6' : 'ipv4', address, position, {
      firstSeen: parseTimeText(record.text('first_seen_utc') ?? record.text('first_seen')),
      lastSeen: parseTimeText(record.text('last_online')),
      context: share({
        role: 'destination',
        threatTypes: ['botnet_cc'],
        malwareFamilies: family === undefined ? [] : [family],
        ports: port === undefined ? [] : [port]
      })
    })
    return [item]
  }
}
