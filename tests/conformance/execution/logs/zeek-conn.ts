import { jsonLines, textOf } from '../json-lines.ts'
import type { RealLog } from '../real-log.ts'
import { addressSearch } from '../searches/address-search.ts'

/** Connections that Zeek saw, read as connections of hosts and as those of a firewall. */
export const zeekConn: RealLog = {
  name: 'Zeek conn.log',
  isIn: (fileName) => fileName.startsWith('zeek_') && fileName.endsWith('_conn.log'),
  read: (text) =>
    jsonLines(text).map((event) => ({
      logSources: ['network_connection', 'firewall'],
      fields: { DestinationIp: textOf(event, 'id_resp_h'), src_ip: textOf(event, 'id_orig_h') }
    })),
  searches: [
    addressSearch('ipv4', 'network_connection', 'DestinationIp'),
    addressSearch('ipv4', 'firewall', 'src_ip', 'source')
  ]
}
