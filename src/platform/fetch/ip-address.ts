import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { readIpv6 } from '../../indicator/ipv6-text.ts'

/** An IP address as numbers. */
export type IpAddress = InstanceType<typeof ipaddr.IPv4> | InstanceType<typeof ipaddr.IPv6>

/**
 * Reads an address as the system writes it; an IPv4-mapped one is the IPv4 address that it maps. A zone (`%eth0`) says
 * nothing of the address. `undefined` when the text is none.
 */
export const parseIpAddress = (text: string): IpAddress | undefined => {
  if (isIP(text) === 4) return ipaddr.IPv4.parse(text)
  const address = isIP(text) === 6 ? readIpv6(text.replace(/%.*$/, '')) : undefined
  if (address === undefined) return undefined
  return address.kind === 'ipv4' ? ipaddr.IPv4.parse(address.value) : ipaddr.IPv6.parse(address.value)
}
