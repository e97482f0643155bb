import type { FeedFormat } from './feed-format.ts'
import { csv } from './formats/csv/csv.ts'
import { feodoCsv } from './formats/feodo/feodo-csv.ts'
import { feodoJson } from './formats/feodo/feodo-json.ts'
import { kevCsv } from './formats/kev/kev-csv.ts'
import { kevJson } from './formats/kev/kev-json.ts'
import { list } from './formats/list/list.ts'
import { malwarebazaarCsv } from './formats/malwarebazaar/malwarebazaar-csv.ts'
import { malwarebazaarJson } from './formats/malwarebazaar/malwarebazaar-json.ts'
import { misp } from './formats/misp/misp.ts'
import { mispCsv } from './formats/misp-csv/misp-csv.ts'
import { openioc } from './formats/openioc/openioc.ts'
import { otx } from './formats/otx/otx.ts'
import { report } from './formats/report/report.ts'
import { sigmillJson } from './formats/sigmill/sigmill-json.ts'
import { sslblCsv } from './formats/sslbl/sslbl-csv.ts'
import { stix } from './formats/stix/stix.ts'
import { threatfoxCsv } from './formats/threatfox/threatfox-csv.ts'
import { threatfoxJson } from './formats/threatfox/threatfox-json.ts'
import { urlhausCsv } from './formats/urlhaus/urlhaus-csv.ts'
import { urlhausJson } from './formats/urlhaus/urlhaus-json.ts'
import { zeekIntel } from './formats/zeek/zeek-intel.ts'

/**
 * Every format, in the order in which they are asked whether an input is theirs: what describes itself first, then
 * what is known by the names of its fields, then documents with headings, then any table, then any list, which takes
 * almost everything.
 */
export const FORMATS: readonly FeedFormat[] = [
  openioc,
  zeekIntel,
  stix,
  misp,
  otx,
  sigmillJson,
  threatfoxJson,
  urlhausJson,
  malwarebazaarJson,
  feodoJson,
  kevJson,
  threatfoxCsv,
  urlhausCsv,
  malwarebazaarCsv,
  feodoCsv,
  sslblCsv,
  kevCsv,
  mispCsv,
  report,
  csv,
  list
]
