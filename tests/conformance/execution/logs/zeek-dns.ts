import { jsonLines, textOf } from '../json-lines.ts'
import type { RealLog } from '../real-log.ts'
import { domainSearch } from '../searches/domain-search.ts'

/** DNS queries that Zeek saw. */
export const zeekDns: RealLog = {
  name: 'Zeek dns.log',
  isIn: (fileName) => fileName.startsWith('zeek_') && fileName.endsWith('_dns.log'),
  read: (text) =>
    jsonLines(text).map((event) => ({ logSources: ['dns_query'], fields: { QueryName: textOf(event, 'query') } })),
  searches: [domainSearch]
}
