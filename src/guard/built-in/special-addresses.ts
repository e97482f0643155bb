import type { BuiltInList } from './built-in-list.ts'

/**
 * Addresses that are no host on the internet, from the special-purpose registries of IANA
 * (https://www.iana.org/assignments/iana-ipv4-special-registry/, https://www.iana.org/assignments/iana-ipv6-special-registry/)
 * and those of multicast, without the ones that are kept for documentation.
 */
export const specialAddresses: BuiltInList = {
  name: 'special-use addresses',
  why: 'the address is private, local or reserved, and no host on the internet',
  entries: [
    '0.0.0.0/8', // this network, RFC 791
    '10.0.0.0/8', // private use, RFC 1918
    '100.64.0.0/10', // shared by carriers, RFC 6598
    '127.0.0.0/8', // loopback, RFC 1122
    '169.254.0.0/16', // link local, RFC 3927
    '172.16.0.0/12', // private use, RFC 1918
    '192.0.0.0/24', // protocol assignments, RFC 6890
    '192.31.196.0/24', // AS112, RFC 7535
    '192.52.193.0/24', // AMT, RFC 7450
    '192.88.99.0/24', // 6to4 relays, RFC 7526
    '192.168.0.0/16', // private use, RFC 1918
    '192.175.48.0/24', // AS112, RFC 7534
    '224.0.0.0/4', // multicast, RFC 5771
    '240.0.0.0/4', // reserved, RFC 1112; broadcast, RFC 919
    '::/128', // unspecified, RFC 4291
    '::1/128', // loopback, RFC 4291
    '64:ff9b:1::/48', // local translation, RFC 8215
    '100::/64', // discard only, RFC 6666
    '100:0:0:1::/64', // dummy prefix, RFC 9780
    '2001::/32', // Teredo, RFC 4380
    '2001:1::/32', // anycast of protocols, RFC 7723 and others
    '2001:3::/32', // AMT, RFC 7450
    '2001:4:112::/48', // AS112, RFC 7535
    '2001:10::/28', // ORCHID, RFC 4843
    '2001:20::/28', // ORCHIDv2, RFC 7343
    '2001:30::/28', // remote identification of drones, RFC 9374
    '2002::/16', // 6to4, RFC 3056
    '2620:4f:8000::/48', // AS112, RFC 7534
    '5f00::/16', // segment routing, RFC 9602
    'fc00::/7', // unique local, RFC 4193
    'fe80::/10', // link local, RFC 4291
    'fec0::/10', // site local, RFC 3879
    'ff00::/8' // multicast, RFC 4291
  ]
}
