import type { Kind } from '../indicator/kind.ts'

/** How texts call the addresses of a kind. */
export const addressFamily = (kind: Kind): 'IPv4' | 'IPv6' => (kind === 'ipv6' ? 'IPv6' : 'IPv4')
