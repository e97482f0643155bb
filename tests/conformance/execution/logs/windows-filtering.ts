import { jsonLines, textOf } from '../json-lines.ts'
import type { RealLog } from '../real-log.ts'
import { addressSearch } from '../searches/address-search.ts'

/** Connections that the Windows filtering platform permits (Security 5156), mapped as Sysmon's event 3 is. */
export const windowsFiltering: RealLog = {
  name: 'Windows filtering platform, Security 5156',
  isIn: (fileName) => fileName.startsWith('windows_'),
  read: (text) =>
    jsonLines(text)
      .filter((event) => event['EventID'] === 5156)
      .map((event) => ({
        logSources: ['network_connection'],
        fields: { SourceIp: textOf(event, 'SourceAddress'), DestinationIp: textOf(event, 'DestAddress') }
      })),
  searches: [
    addressSearch('ipv4', 'network_connection', 'DestinationIp'),
    addressSearch('ipv6', 'network_connection', 'DestinationIp')
  ]
}
