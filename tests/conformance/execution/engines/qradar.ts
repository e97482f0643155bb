import { isIP, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { Engine } from '../engine.ts'
import type { Row } from '../event-table.ts'
import type { Fields } from '../log-source.ts'
import { pipelineFile } from '../pipeline-file.ts'
import { PRODUCTS } from '../product.ts'

const COLUMNS = [
  'devicetype',
  'payload',
  'URL',
  'MD5 Hash',
  'SHA1 Hash',
  'SHA256 Hash',
  'sourceip',
  'destinationip',
  'sourcev6',
  'destinationv6'
]

const filled = (properties: Readonly<Record<string, string | undefined>>): Row =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )

/** QRadar keeps addresses as such, in one property per family; what is no address stays in the payload alone. */
const address = (side: 'source' | 'destination', text: string | undefined): Row => {
  if (text === undefined || isIP(text) === 0) return {}
  return isIPv6(text) ? { [`${side}v6`]: ipaddr.parse(text).toNormalizedString() } : { [`${side}ip`]: text }
}

/** The content extension for Sysmon takes the field `Hashes` apart. */
const hashesOf = (fields: Fields): Row => {
  const written = new Map(
    (fields['Hashes'] ?? '').split(',').map((pair): [string, string] => {
      const [name = '', hex = ''] = pair.split('=')
      return [name.toUpperCase(), hex]
    })
  )
  return filled({
    'MD5 Hash': fields['md5'] ?? written.get('MD5'),
    'SHA1 Hash': fields['sha1'] ?? written.get('SHA1'),
    'SHA256 Hash': fields['sha256'] ?? written.get('SHA256')
  })
}

const payloadOf = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('\t')

/**
 * QRadar: AQL that IBM's backend writes with our pipeline, run as it is. SQLite shares the syntax of these queries;
 * only `UTF8`, which makes text of a payload, is registered. AQL tells case apart in `=` and `LIKE`.
 */
export const qradar: Engine = {
  name: 'QRadar',
  about:
    "AQL by IBM's backend with the pipeline `qradar`, over events laid out in QRadar's properties: addresses as such, the URL, the hashes, and all fields as payload. Measured. A payload search has no boundaries, does not know one field from another, and reads `_` and `%` as wildcards; `=` and `IN` tell case apart; senders are looked for in Exchange Server and Office 365, to which the backend pins them, and in the message trace of Exchange Online, which the pipeline adds.",
  generation: 'legacy',
  route: { backend: 'q_radar_aql', pipelines: [pipelineFile('qradar')] },
  shape: { table: 'events', columns: COLUMNS, caseSensitive: true, functions: { UTF8: (payload) => payload } },
  outcomes: 'measured',
  reads: (set) => set.pipeline === undefined,
  rowOf: ({ event, seen }) => ({
    devicetype: PRODUCTS[seen].deviceType,
    payload: payloadOf(event),
    ...filled({ URL: event['c-uri'] }),
    ...address('source', event['SourceIp'] ?? event['src_ip']),
    ...address('destination', event['DestinationIp'] ?? event['dst_ip']),
    ...hashesOf(event)
  })
}
