import ipaddr from 'ipaddr.js'
import { isIpv4 } from '../../indicator/ipv4-text.ts'
import { readIpv6 } from '../../indicator/ipv6-text.ts'

const PREFIX_LENGTH = /^[0-9]{1,3}$/

/** The length of the prefix that an IPv4 mask leaves, written as a number, a netmask or a host mask. */
const ipv4PrefixLength = (text: string): number | undefined => {
  if (PREFIX_LENGTH.test(text)) return Number(text) <= 32 ? Number(text) : undefined
  if (!isIpv4(text)) return undefined
  const length = ipaddr.IPv4.parse(text).prefixLengthFromSubnetMask()
  if (length !== null) return length
  const inverted = ipaddr.IPv4.parse(text).octets.map((octet) => 255 - octet)
  return new ipaddr.IPv4(inverted).prefixLengthFromSubnetMask() ?? undefined
}

const ipv6PrefixLength = (text: string): number | undefined =>
  PREFIX_LENGTH.test(text) && Number(text) <= 128 ? Number(text) : undefined

/** Whether no bit behind the prefix is set. */
const isNetworkAddress = (bytes: readonly number[], prefixLength: number): boolean =>
  bytes.every((byte, index) => {
    const kept = Math.min(8, Math.max(0, prefixLength - index * 8))
    return (byte & (0xff >> kept)) === 0
  })

/**
 * Whether Python's `ip_network`, by which the Sigma tools read networks, takes the text: an address alone, or one with
 * the length of its prefix, or for IPv4 with a mask, and no bit set behind the prefix.
 */
export const isCidr = (text: string): boolean => {
  const [address = '', mask, ...rest] = text.split('/')
  if (rest.length > 0) return false
  if (isIpv4(address)) {
    const length = mask === undefined ? 32 : ipv4PrefixLength(mask)
    return length !== undefined && isNetworkAddress(ipaddr.IPv4.parse(address).toByteArray(), length)
  }
  const length = mask === undefined ? 128 : ipv6PrefixLength(mask)
  if (length === undefined || readIpv6(address) === undefined) return false
  return isNetworkAddress(ipaddr.parse(address).toByteArray(), length)
}
