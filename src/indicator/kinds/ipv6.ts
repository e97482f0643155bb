import { readIpv6 } from '../ipv6-text.ts'
import { isNetwork } from '../network.ts'
import type { KindDefinition } from '../normalised.ts'
import { withPort } from '../with-port.ts'

/** The address and what follows it: `[2001:db8::1]:443` is bracketed because a bare port could be a group. */
const splitBrackets = (text: string): readonly [address: string, rest: string] => {
  const end = text.indexOf(']')
  return text.startsWith('[') && end > 0 ? [text.slice(1, end), text.slice(end + 1)] : [text, '']
}

/** An IPv6 address in RFC 5952 form; in brackets it may have a port. IPv4-mapped ones are IPv4. */
export const IPV6: KindDefinition = {
  kind: 'ipv6',
  maxBytes: 39,
  normalise: (text) => {
    const [address, rest] = splitBrackets(text)
    if (address.includes('%')) return { reason: 'zone_id' }
    const read = readIpv6(address)
    if (read !== undefined && (rest === '' || rest.startsWith(':'))) return withPort(read.kind, read.value, rest)
    return { reason: isNetwork(text) ? 'cidr' : 'bad_address' }
  }
}
