import ipaddr from 'ipaddr.js'
import { parseIpAddress } from './ip-address.ts'

type Ipv4 = InstanceType<typeof ipaddr.IPv4>
type Ipv6 = InstanceType<typeof ipaddr.IPv6>

/** What is in use of IPv6 as a whole. https://www.iana.org/assignments/ipv6-address-space */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/** The prefix under which NAT64 reaches IPv4 addresses (RFC 6052 section 2.1). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** An address of the public space by which Azure's hosts serve each machine on them, its credentials included. */
const AZURE_HOST = '168.63.129.16'

/** How people call the ranges of the IANA registries for special purposes; all others are `reserved`. */
const NAMES: Readonly<Record<string, string>> = {
  unspecified: 'unspecified',
  loopback: 'loopback',
  private: 'private',
  uniqueLocal: 'private',
  deprecatedSiteLocal: 'private',
  linkLocal: 'link-local',
  carrierGradeNat: 'carrier-grade NAT',
  multicast: 'multicast',
  broadcast: 'broadcast',
  '6to4': '6to4',
  teredo: 'Teredo'
}

const RESERVED = 'reserved'

/**
 * What an IP address is if it is no part of the public internet: `loopback`, `private`, `link-local`, ...; `unknown`
 * for what is no address, and `undefined` where it is public. IPv4 within IPv6 counts as the IPv4 address that is reached; tunnels that are given up count as a whole.
 */
export const insideKind = (text: string): string | undefined => {
  const address = parseIpAddress(text)
  if (address === undefined) return 'unknown'
  return address instanceof ipaddr.IPv4 ? kindOfIpv4(address) : kindOfIpv6(address)
}

const kindOfIpv4 = (address: Ipv4): string | undefined => {
  if (address.toString() === AZURE_HOST) return 'cloud host'
  const range = address.range()
  return range === 'unicast' ? undefined : (NAMES[range] ?? RESERVED)
}

const kindOfIpv6 = (address: Ipv6): string | undefined => {
  if (address.match(NAT64)) return kindOfIpv4(new ipaddr.IPv4(address.toByteArray().slice(-4)))
  const range = address.range()
  if (range !== 'unicast') return NAMES[range] ?? RESERVED
  return address.match(GLOBAL_UNICAST) ? undefined : RESERVED
}
