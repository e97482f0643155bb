import ipaddr from 'ipaddr.js'
import { isIpv4 } from '../indicator/ipv4-text.ts'
import { readIpv6 } from '../indicator/ipv6-text.ts'
import { isNetwork } from '../indicator/network.ts'

/** Bits of `::ffff:0:0/96`, in which IPv6 writes IPv4 addresses (RFC 4291, 2.5.5.2). */
const MAPPED_BITS = 96

const lengthOf = (text: string): number | null =>
  isIpv4(text) ? ipaddr.IPv4.parse(text).prefixLengthFromSubnetMask() : Number(text)

/** `192.0.2.0/24` for the network that holds an address; the address alone where nothing else is in it. */
const ipv4Network = (address: string, length: number): string =>
  length === 32 ? address : `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/${length}`).toString()}/${length}`

const ipv6Network = (address: string, length: number): string => {
  const parsed = ipaddr.IPv6.parse(address)
  if (length >= MAPPED_BITS && parsed.isIPv4MappedAddress()) {
    return ipv4Network(parsed.toIPv4Address().toString(), length - MAPPED_BITS)
  }
  if (length === 128) return parsed.toRFC5952String()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/${length}`).toRFC5952String()}/${length}`
}

/**
 * A network in its one spelling: CIDR form, the bits behind the prefix zero. IPv4 takes a mask too. `undefined` when the
 * text is none.
 */
export const readNetwork = (text: string): string | undefined => {
  if (!isNetwork(text)) return undefined
  const slash = text.indexOf('/')
  const address = text.slice(0, slash)
  const length = lengthOf(text.slice(slash + 1))
  if (length === null) return undefined
  return isIpv4(address) ? ipv4Network(address, length) : ipv6Network(address, length)
}

const NUMBER = /^[0-9]{1,3}$/

/** Whether a text is an address with a prefix that is too long: `192.0.2.0/99`, which a URL could be as well. */
export const isBadNetwork = (text: string): boolean => {
  const [address = '', length = '', ...rest] = text.split('/')
  if (rest.length > 0 || !NUMBER.test(length) || isNetwork(text)) return false
  return isIpv4(address) || readIpv6(address) !== undefined
}
