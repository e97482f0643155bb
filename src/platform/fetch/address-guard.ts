import { insideKind } from './address-kind.ts'
import { parseNetwork } from './network.ts'

/** What an address is that may not be reached (`loopback`), `undefined` where it may. */
export type AddressGuard = (address: string) => string | undefined

/** Keeps to the public internet and the networks that the operator lists, in CIDR notation. */
export const createAddressGuard = (allowNetworks: readonly string[]): AddressGuard => {
  const networks = allowNetworks.map(parseNetwork)
  return (address) => (networks.some((network) => network.holds(address)) ? undefined : insideKind(address))
}
