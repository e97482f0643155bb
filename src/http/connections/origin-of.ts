import { networkOf } from '../../indicator/ip-network.ts'
import type { IpAddress } from '../../indicator/ipv6-text.ts'

/** Whoever has one IPv6 address has its /64: RFC 6177. */
const ORIGIN_LENGTH = { ipv4: 32, ipv6: 64 } as const

/** What stands for everybody at an address. */
export const originOf = (address: IpAddress | undefined): string =>
  address === undefined ? 'unknown' : networkOf(address, ORIGIN_LENGTH).text
