import type { FeedFormat } from '../../feed-format.ts'
import { holdUntilContext } from '../../hold-until-context.ts'
import { readJsonRecords } from '../../json/read-json-records.ts'
import { createBundleReader } from './bundle-reader.ts'

/** The objects of a bundle or of TAXII's envelope, of a list, and, where neither is found, one per line. */
const PATHS = ['/objects/[]', '/[]']

/** What every file of indicators says somewhere near its beginning. */
const MARKS = [
  /"type"\s*:\s*"(?:bundle|indicator)"/,
  /"more"\s*:\s*(?:true|false)\s*,\s*"(?:next|objects)"\s*:/,
  /"id"\s*:\s*"(?:bundle|indicator|identity|report|relationship|marking-definition|attack-pattern|vulnerability|malware|intrusion-set)--/
]

/** STIX 2.0 and 2.1. https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html */
export const stix: FeedFormat = {
  name: 'stix',
  title: 'STIX 2 bundles',
  feed: undefined,
  mode: 'list',
  recognise: ({ text }) => /^\s*[[{]/.test(text) && MARKS.some((mark) => mark.test(text)),
  read: (text, options) => holdUntilContext(readJsonRecords(text, PATHS, options), createBundleReader(options.now))
}
