import ipaddr from 'ipaddr.js'
import { isIpv4 } from './ipv4-text.ts'

const CHARACTERS = /^[0-9A-Fa-f:.]+$/
const LONGEST = 45

/** `c000:201`, the two groups that a dotted tail such as `192.0.2.1` stands for. */
const groupsOf = (ipv4: string): string => {
  const { parts } = ipaddr.IPv4.parse(ipv4).toIPv4MappedAddress()
  return parts
    .slice(-2)
    .map((group) => group.toString(16))
    .join(':')
}

/** The text with hexadecimal groups alone; `undefined` when a dotted tail is no strict IPv4 address. */
const withoutDottedTail = (text: string): string | undefined => {
  if (!text.includes('.')) return text
  const start = text.lastIndexOf(':') + 1
  const tail = text.slice(start)
  return start > 0 && isIpv4(tail) ? text.slice(0, start) + groupsOf(tail) : undefined
}

/** An IP address in its one spelling. */
export interface IpAddress {
  readonly kind: 'ipv4' | 'ipv6'
  readonly value: string
}

/**
 * Reads an IPv6 address without zone into RFC 5952 form; an IPv4-mapped one is the IPv4 address it maps.
 * `undefined` when the text is none.
 */
export const readIpv6 = (text: string): IpAddress | undefined => {
  if (text.length > LONGEST || !CHARACTERS.test(text)) return undefined
  // ipaddr.js would take ::192.0.2.1 for an IPv4-mapped address, and 192.0.2.010 for one with an octal number.
  const groups = withoutDottedTail(text)
  if (groups === undefined || !ipaddr.IPv6.isValid(groups)) return undefined
  const address = ipaddr.IPv6.parse(groups)
  return address.isIPv4MappedAddress()
    ? { kind: 'ipv4', value: address.toIPv4Address().toString() }
    : { kind: 'ipv6', value: address.toRFC5952String() }
}
