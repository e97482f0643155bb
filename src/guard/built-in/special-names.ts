import type { BuiltInList } from './built-in-list.ts'

/**
 * Names that stand for no host on the internet: https://www.iana.org/assignments/special-use-domain-names/. Those for
 * documentation have a list of their own; `.onion` is left out, because what runs there can be hostile.
 */
export const specialNames: BuiltInList = {
  name: 'special-use names',
  why: 'the name is local or reserved, and no host on the internet',
  entries: [
    '.localhost', // RFC 6761
    '.local', // RFC 6762
    '.internal', // reserved for private use by ICANN
    '.localdomain', // what systems call themselves
    '.alt', // RFC 9476
    'home.arpa', // RFC 8375
    '.in-addr.arpa', // reverse look-up, RFC 1035
    '.ip6.arpa', // reverse look-up, RFC 3596
    'ipv4only.arpa', // RFC 8880
    'resolver.arpa', // RFC 9462
    'service.arpa' // RFC 9665
  ]
}
