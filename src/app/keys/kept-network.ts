import { networkOf } from '../../indicator/ip-network.ts'
import type { IpAddress } from '../../indicator/ipv6-text.ts'
import { remember } from '../../indicator/remember.ts'

/** How much of an address is kept: where a request came from, not which machine. */
const KEPT_BITS = { ipv4: 24, ipv6: 48 } as const

/** All requests of a connection come with the same object. */
const networkOfAddress = remember((address: IpAddress): string => networkOf(address, KEPT_BITS).text)

/** The network that is kept of the address of a request, in CIDR form; `undefined` where it cannot be told. */
export const keptNetwork = (address: IpAddress | undefined): string | undefined =>
  address === undefined ? undefined : networkOfAddress(address)
