import { isIpv4 } from '../ipv4-text.ts'
import { isNetwork } from '../network.ts'
import type { KindDefinition } from '../normalised.ts'
import { withPort } from '../with-port.ts'

/** An IPv4 address in strict dotted decimal, with or without a port. */
export const IPV4: KindDefinition = {
  kind: 'ipv4',
  maxBytes: 15,
  normalise: (text) => {
    const colon = text.indexOf(':')
    const address = colon < 0 ? text : text.slice(0, colon)
    if (isIpv4(address)) return withPort('ipv4', address, text.slice(address.length))
    return { reason: isNetwork(text) ? 'cidr' : 'bad_address' }
  }
}
