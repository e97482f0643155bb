import type { BuiltInList } from './built-in-list.ts'

/** Addresses and names that are kept for documentation, tests and benchmarks. */
export const documentation: BuiltInList = {
  name: 'documentation',
  why: 'the value is kept for documentation and tests',
  entries: [
    '192.0.2.0/24', // RFC 5737
    '198.51.100.0/24', // RFC 5737
    '203.0.113.0/24', // RFC 5737
    '233.252.0.0/24', // RFC 6676
    '198.18.0.0/15', // benchmarks, RFC 2544
    '2001:2::/48', // benchmarks, RFC 5180
    '2001:db8::/32', // RFC 3849
    '3fff::/20', // RFC 9637
    'example.com', // RFC 2606
    'example.net', // RFC 2606
    'example.org', // RFC 2606
    '.example', // RFC 6761
    '.test', // RFC 6761
    '.invalid' // RFC 6761
  ]
}
