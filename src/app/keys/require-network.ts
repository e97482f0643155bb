import { holdsAddress, readIpNetwork } from '../../indicator/ip-network.ts'
import type { IpAddress } from '../../indicator/ipv6-text.ts'
import { Problem } from '../../problem/problem.ts'
import type { StoredKey } from '../../store/key-store.ts'

/** Whether a key may be used from an address. Where nobody can say from which, only one that may be used from anywhere. */
const isAllowed = ({ networks }: Pick<StoredKey, 'networks'>, address: IpAddress | undefined): boolean =>
  networks.length === 0 ||
  (address !== undefined &&
    networks.some((text) => {
      const network = readIpNetwork(text)
      return network !== undefined && holdsAddress(network, address)
    }))

/** Refuses a key from outside its networks with `ip_not_allowed`. Which those are is not told. */
export const requireNetwork = (key: Pick<StoredKey, 'networks'>, address: IpAddress | undefined): void => {
  if (isAllowed(key, address)) return
  const from = address?.value ?? 'an address that a proxy does not tell'
  throw new Problem('ip_not_allowed', `The API key may not be used from ${from}.`, {
    details: { address: address?.value ?? null }
  })
}
