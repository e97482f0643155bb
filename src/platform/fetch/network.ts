import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import { parseIpAddress } from './ip-address.ts'

/** A network of IP addresses. */
export interface Network {
  /** Whether an address in any spelling lies in it; an IPv4-mapped one is the IPv4 address it maps. */
  holds(text: string): boolean
}

/**
 * Reads a network: an address with the length of its prefix or, in IPv4, with a mask. A bare address is a network of
 * one. Throws `invalid_parameter` for anything else.
 */
export const parseNetwork = (text: string): Network => {
  const [base = '', size, ...others] = text.split('/')
  const prefix = others.length > 0 ? undefined : prefixLength(base, size)
  if (prefix === undefined) {
    throw new Problem(
      'invalid_parameter',
      `${printable(text)} is no network. Write an address and the length of its prefix, as in 10.20.0.0/16 or fd00::/8.`
    )
  }
  const network = ipaddr.parse(base)
  return {
    holds(text) {
      const address = parseIpAddress(text)
      return address !== undefined && address.kind() === network.kind() && address.match(network, prefix)
    }
  }
}

/** Bits of an address that all addresses of its network share. */
const prefixLength = (base: string, size: string | undefined): number | undefined => {
  const family = base.includes('%') ? 0 : isIP(base)
  if (family === 0) return undefined
  const bits = family === 4 ? 32 : 128
  if (size === undefined) return bits
  if (family === 4 && isIP(size) === 4) return ipaddr.IPv4.parse(size).prefixLengthFromSubnetMask() ?? undefined
  return /^[0-9]{1,3}$/.test(size) && Number(size) <= bits ? Number(size) : undefined
}
