import { indicatorItem } from '../../indicator-item.ts'
import { parsePort } from '../../port.ts'
import type { CreateMapping } from '../../record-mapping.ts'
import { refusal } from '../../refusal.ts'
import { createShareContext } from '../../shared-context.ts'
import { parseTimeText } from '../../time-text.ts'

/** What looks like the hash of a file and is none. */
const FINGERPRINTS = [
  { name: 'SHA1', type: 'certificate' },
  { name: 'ja3_md5', type: 'JA3' }
] as const

/**
 * SSLBL's records: addresses of command and control servers, and fingerprints of certificates and clients, which are
 * none of our kinds. https://sslbl.abuse.ch/blacklist/
 */
export const createSslblMapping: CreateMapping = () => {
  const share = createShareContext()
  return (record, position) => {
    for (const { name, type } of FINGERPRINTS) {
      const fingerprint = record.text(name)
      if (fingerprint !== undefined) return [refusal(fingerprint, position, 'unsupported_type', type)]
    }
    const address = record.text('DstIP')
    if (address === undefined) return [refusal('', position, 'bad_record', 'no DstIP')]
    const port = parsePort(record.text('DstPort'))
    const item = indicatorItem(address.includes(':') ? 'ipv6' : 'ipv4', address, position, {
      firstSeen: parseTimeText(record.text('Firstseen')),
      context: share({
        role: 'destination',
        threatTypes: ['botnet_cc'],
        ports: port === undefined ? [] : [port]
      })
    })
    return [item]
  }
}
