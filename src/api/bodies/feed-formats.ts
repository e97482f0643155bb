/** The formats that a feed can be read in, by name; `src/feeds/formats.ts` reads them. */
export const FEED_FORMATS = [
  'openioc',
  'zeek-intel',
  'stix',
  'misp',
  'otx',
  'sigmill-json',
  'threatfox-json',
  'urlhaus-json',
  'malwarebazaar-json',
  'feodo-json',
  'kev-json',
  'threatfox-csv',
  'urlhaus-csv',
  'malwarebazaar-csv',
  'feodo-csv',
  'sslbl-csv',
  'kev-csv',
  'misp-csv',
  'report',
  'csv',
  'list'
] as const
