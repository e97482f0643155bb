import type { BuiltInList } from './built-in-list.ts'

/** DNS resolvers that anybody may ask, as their operators publish them: malware reaches them, and so does everybody. */
export const publicResolvers: BuiltInList = {
  name: 'public resolvers',
  why: 'a public DNS resolver, which harmless hosts ask all the time',
  entries: [
    // https://developers.google.com/speed/public-dns/docs/using
    '8.8.8.8',
    '8.8.4.4',
    '2001:4860:4860::8888',
    '2001:4860:4860::8844',
    'dns.google',
    'dns64.dns.google',
    // https://developers.cloudflare.com/1.1.1.1/ip-addresses/
    '1.1.1.1',
    '1.0.0.1',
    '1.1.1.2',
    '1.0.0.2',
    '1.1.1.3',
    '1.0.0.3',
    '2606:4700:4700::1111',
    '2606:4700:4700::1001',
    '2606:4700:4700::1112',
    '2606:4700:4700::1002',
    '2606:4700:4700::1113',
    '2606:4700:4700::1003',
    'one.one.one.one',
    'cloudflare-dns.com',
    // https://www.quad9.net/service/service-addresses-and-features/
    '9.9.9.9',
    '149.112.112.112',
    '9.9.9.10',
    '149.112.112.10',
    '9.9.9.11',
    '149.112.112.11',
    '2620:fe::fe',
    '2620:fe::9',
    '2620:fe::10',
    '2620:fe::fe:10',
    '2620:fe::11',
    '2620:fe::fe:11',
    'dns.quad9.net',
    // https://www.opendns.com/setupguide/
    '208.67.222.222',
    '208.67.220.220',
    '208.67.222.123',
    '208.67.220.123',
    '2620:119:35::35',
    '2620:119:53::53',
    'dns.opendns.com',
    'doh.opendns.com',
    // https://adguard-dns.io/en/public-dns.html
    '94.140.14.14',
    '94.140.15.15',
    '2a10:50c0::ad1:ff',
    '2a10:50c0::ad2:ff',
    'dns.adguard-dns.com',
    // Lumen, long published as Level 3
    '4.2.2.1',
    '4.2.2.2',
    '4.2.2.3',
    '4.2.2.4'
  ]
}
