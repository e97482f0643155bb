import { jsonLines, textsOf } from '../json-lines.ts'
import type { RealLog } from '../real-log.ts'
import { plainHashSearch } from '../searches/hash-search.ts'

/** Files that Zeek saw, with a field per hash. */
export const zeekFiles: RealLog = {
  name: 'Zeek files.log',
  isIn: (fileName) => fileName.startsWith('zeek_') && fileName.endsWith('_files.log'),
  read: (text) => jsonLines(text).map((event) => ({ logSources: ['process_creation'], fields: textsOf(event) })),
  searches: [plainHashSearch('md5'), plainHashSearch('sha1')]
}
