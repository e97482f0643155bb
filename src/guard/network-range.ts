import { isIpv4 } from '../indicator/ipv4-text.ts'
import { ipv4Number, ipv6Digits } from './address-number.ts'

/** A network with its first and last address in the form in which addresses order. */
export type NetworkRange =
  | { readonly family: 'ipv4'; readonly first: number; readonly last: number }
  | { readonly family: 'ipv6'; readonly first: string; readonly last: string }

const IPV4_BITS = 32
const IPV6_BITS = 128
const BITS_PER_DIGIT = 4
const DIGITS = IPV6_BITS / BITS_PER_DIGIT

const ipv4Range = (address: string, length: number): NetworkRange => {
  const first = ipv4Number(address)
  return { family: 'ipv4', first, last: first + 2 ** (IPV4_BITS - length) - 1 }
}

const ipv6Range = (address: string, length: number): NetworkRange => {
  const first = ipv6Digits(address)
  const kept = Math.floor(length / BITS_PER_DIGIT)
  if (kept === DIGITS) return { family: 'ipv6', first, last: first }
  const size = 2 ** (BITS_PER_DIGIT - (length % BITS_PER_DIGIT))
  const digit = Number.parseInt(first.charAt(kept), 16) + size - 1
  return { family: 'ipv6', first, last: (first.slice(0, kept) + digit.toString(16)).padEnd(DIGITS, 'f') }
}

/** The addresses of an entry: a network whose address is its first, or one address. */
export const networkRange = (text: string): NetworkRange => {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const length = slash < 0 ? undefined : Number(text.slice(slash + 1))
  return isIpv4(address) ? ipv4Range(address, length ?? IPV4_BITS) : ipv6Range(address, length ?? IPV6_BITS)
}
