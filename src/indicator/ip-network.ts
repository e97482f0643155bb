import ipaddr from 'ipaddr.js'
import { isIpv4 } from './ipv4-text.ts'
import { type IpAddress, readIpv6 } from './ipv6-text.ts'

/** A network of IP addresses in CIDR form. */
export interface IpNetwork {
  /** Its one spelling: `192.0.2.0/24`, `2001:db8::/32`, the bits behind the prefix zero. */
  readonly text: string
  readonly kind: IpAddress['kind']
  /** Its first address, in the spelling of {@link readIpAddress}. */
  readonly first: string
  /** Bits that all its addresses share. */
  readonly length: number
}

const BITS = { ipv4: 32, ipv6: 128 } as const

const LENGTH = /^[0-9]{1,3}$/

/** Reads an IP address without zone into its one spelling; an IPv4-mapped one is the IPv4 address it maps. */
export const readIpAddress = (text: string): IpAddress | undefined =>
  isIpv4(text) ? { kind: 'ipv4', value: text } : readIpv6(text)

const networkAround = ({ kind, value }: IpAddress, length: number): IpNetwork => {
  const cidr = `${value}/${length}`
  const first =
    kind === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()
      : ipaddr.IPv6.networkAddressFromCIDR(cidr).toRFC5952String()
  return { text: `${first}/${length}`, kind, first, length }
}

/**
 * Reads a network: an address with the length of its prefix, or a bare address, which is a network of one. A network of
 * IPv4-mapped addresses is the IPv4 network that it maps. `undefined` when the text is none.
 */
export const readIpNetwork = (text: string): IpNetwork | undefined => {
  const slash = text.indexOf('/')
  const written = slash < 0 ? text : text.slice(0, slash)
  const address = readIpAddress(written)
  if (address === undefined) return undefined
  const writtenBits = isIpv4(written) ? BITS.ipv4 : BITS.ipv6
  const size = slash < 0 ? String(writtenBits) : text.slice(slash + 1)
  if (!LENGTH.test(size) || Number(size) > writtenBits) return undefined
  const length = Number(size) - (writtenBits - BITS[address.kind])
  // Wider than the mapped addresses it is no network of them, and nothing else is meant by such an address.
  return length < 0 ? undefined : networkAround(address, length)
}

/** Whether all addresses of the inner network lie in the outer one. */
export const holdsNetwork = (outer: IpNetwork, inner: IpNetwork): boolean =>
  outer.kind === inner.kind &&
  outer.length <= inner.length &&
  networkAround({ kind: inner.kind, value: inner.first }, outer.length).first === outer.first

/** Whether an address, in the spelling of {@link readIpAddress}, lies in a network. */
export const holdsAddress = (network: IpNetwork, address: IpAddress): boolean =>
  network.kind === address.kind && networkAround(address, network.length).first === network.first

/** The network of so many bits that an address lies in: where a request came from, without naming the machine. */
export const networkOf = (address: IpAddress, length: { readonly ipv4: number; readonly ipv6: number }): IpNetwork =>
  networkAround(address, length[address.kind])
