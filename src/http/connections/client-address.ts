import type { Socket } from 'node:net'
import { holdsAddress, type IpNetwork, readIpAddress } from '../../indicator/ip-network.ts'
import type { IpAddress } from '../../indicator/ipv6-text.ts'

/** What the system calls an address may end in a zone, which says nothing of the address: `fe80::1%eth0`. */
const readRemote = (text: string): IpAddress | undefined => {
  const zone = text.indexOf('%')
  return readIpAddress(zone < 0 ? text : text.slice(0, zone))
}

const isTrustedBy =
  (trustedProxies: readonly IpNetwork[]) =>
  (address: IpAddress): boolean =>
    trustedProxies.some((network) => holdsAddress(network, address))

/** The client of a connection that speaks for nobody else; `undefined` where a trusted proxy is at its other end. */
export const directClient = (
  remote: string | undefined,
  trustedProxies: readonly IpNetwork[]
): IpAddress | undefined => {
  const client = readRemote(remote ?? '')
  return client === undefined || isTrustedBy(trustedProxies)(client) ? undefined : client
}

/**
 * The client of a connection that speaks for nobody else, told once for each connection; `undefined` where a trusted proxy
 * is at its other end.
 */
export const createDirectClient = (trustedProxies: readonly IpNetwork[]) => {
  const known = new WeakMap<Socket, IpAddress>()
  return (socket: Socket): IpAddress | undefined => {
    const before = known.get(socket)
    if (before !== undefined) return before
    const client = directClient(socket.remoteAddress, trustedProxies)
    if (client !== undefined) known.set(socket, client)
    return client
  }
}

const PORT = /^:[0-9]{1,5}$/

/** An address as proxies write it: bare, an IPv6 one in brackets, either with a port. */
const readForwarded = (text: string): IpAddress | undefined => {
  const end = text.indexOf(']')
  if (text.startsWith('[') && end > 0) {
    const rest = text.slice(end + 1)
    return rest === '' || PORT.test(rest) ? readIpAddress(text.slice(1, end)) : undefined
  }
  const colon = text.indexOf(':')
  const isWithPort = colon > 0 && colon === text.lastIndexOf(':') && PORT.test(text.slice(colon))
  return readIpAddress(isWithPort ? text.slice(0, colon) : text)
}

/** The addresses of all X-Forwarded-For headers, the last proxy's word first. */
const forwardedBy = (rawHeaders: readonly string[]): readonly string[] =>
  rawHeaders
    .filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'x-forwarded-for')
    .flatMap((value) => value.split(','))
    .map((entry) => entry.trim())
    .reverse()

/**
 * Where a request comes from: the other end of its connection or, where that is a trusted proxy, the right-most address of
 * X-Forwarded-For that is none. What a client writes into that header stands further to the left, so it never counts.
 * `undefined` where a trusted proxy passes on what is no address: then nobody can say.
 */
export const clientAddress = (
  remote: string | undefined,
  rawHeaders: readonly string[],
  trustedProxies: readonly IpNetwork[]
): IpAddress | undefined => {
  const isTrusted = isTrustedBy(trustedProxies)
  let client = readRemote(remote ?? '')
  if (client === undefined || !isTrusted(client)) return client
  for (const entry of forwardedBy(rawHeaders)) {
    client = readForwarded(entry)
    if (client === undefined || !isTrusted(client)) return client
  }
  return client
}
