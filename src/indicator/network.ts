import { isIpv4 } from './ipv4-text.ts'
import { readIpv6 } from './ipv6-text.ts'

const PREFIX_LENGTH = /^[0-9]{1,3}$/

const isPrefixLength = (text: string, most: number): boolean => PREFIX_LENGTH.test(text) && Number(text) <= most

/** Whether a text is a network in CIDR form, or an IPv4 network with a mask: `192.0.2.0/24`, `2001:db8::/32`. */
export const isNetwork = (text: string): boolean => {
  const slash = text.indexOf('/')
  if (slash < 0) return false
  const address = text.slice(0, slash)
  const length = text.slice(slash + 1)
  if (isIpv4(address)) return isPrefixLength(length, 32) || isIpv4(length)
  return isPrefixLength(length, 128) && readIpv6(address) !== undefined
}
