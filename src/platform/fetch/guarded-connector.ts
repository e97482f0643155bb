import { once } from 'node:events'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, rootCertificates } from 'node:tls'
import { callbackify } from 'node:util'
import type { buildConnector } from 'undici'
import type { AddressGuard } from './address-guard.ts'
import { failed, refused } from './fetch-problem.ts'
import type { ResolveHost } from './resolve-host.ts'

/** What connections are made with. */
export interface ConnectorParts {
  /** The URL as messages show it. */
  readonly place: string
  readonly resolve: ResolveHost
  readonly guard: AddressGuard
  readonly authorities: readonly string[]
  /** Ends a connection that is being made. */
  readonly signal: AbortSignal
}

/** Milliseconds for one of several addresses of a host, so that a dead one leaves time for the others. */
const ATTEMPT_MILLIS = 5_000

/**
 * Connects to the addresses that the guard lets pass and to no others: a name is looked up once, each address is
 * held against the guard, and the socket is opened to the very address that was checked, never to the name.
 */
export const guardedConnector =
  (parts: ConnectorParts): buildConnector.connector =>
  ({ hostname, port, protocol }, callback) => {
    const isTls = protocol === 'https:'
    const connected = callbackify(() => connect(hostname, Number(port) || (isTls ? 443 : 80), isTls, parts))
    connected((error, socket) => (error instanceof Error ? callback(error, null) : callback(null, socket)))
  }

const connect = async (hostname: string, port: number, isTls: boolean, parts: ConnectorParts): Promise<Socket> => {
  const socket = await reach(await addressesOf(hostname, parts), port, parts)
  return isTls ? secure(socket, hostname, parts) : socket
}

const addressesOf = async (
  hostname: string,
  { place, resolve, guard, signal }: ConnectorParts
): Promise<readonly string[]> => {
  const found = isIP(hostname) === 0 ? await resolve(hostname) : [hostname]
  signal.throwIfAborted()
  const [first] = found
  if (first === undefined) throw failed(place, 'its host has no address. Check the URL')
  const allowed = found.filter((address) => guard(address) === undefined)
  if (allowed.length === 0) throw inside(place, first, guard(first))
  return allowed
}

/** A connection to the first address that answers. */
const reach = async (addresses: readonly string[], port: number, parts: ConnectorParts): Promise<Socket> => {
  let failure: unknown
  for (const address of addresses) {
    try {
      return await open(address, port, addresses.length > 1, parts)
    } catch (error) {
      if (parts.signal.aborted) throw error
      failure = error
    }
  }
  throw failure
}

const open = async (address: string, port: number, isOneOfMany: boolean, parts: ConnectorParts): Promise<Socket> => {
  const { place, guard, signal } = parts
  const socket = connectTcp({ host: address, port, noDelay: true }).on('error', ignore)
  const timer = isOneOfMany ? setTimeout(() => socket.destroy(noAnswer()), ATTEMPT_MILLIS) : undefined
  try {
    await once(socket, 'connect', { signal })
    const reached = socket.remoteAddress ?? ''
    const kind = guard(reached)
    if (kind !== undefined) throw inside(place, reached, kind)
    return socket
  } catch (error) {
    socket.destroy()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

const secure = async (socket: Socket, hostname: string, { authorities, signal }: ConnectorParts): Promise<Socket> => {
  const secured = connectTls({
    socket,
    host: hostname,
    // A name is sent without the dot of the root, an address not at all (RFC 6066 section 3).
    ...(isIP(hostname) === 0 ? { servername: hostname.replace(/\.$/, '') } : {}),
    ...(authorities.length === 0 ? {} : { ca: [...rootCertificates, ...authorities] }),
    ALPNProtocols: ['http/1.1']
  }).on('error', ignore)
  try {
    await once(secured, 'secureConnect', { signal })
    return secured
  } catch (error) {
    secured.destroy()
    throw error
  }
}

/** Whoever waits for a socket hears of its failure; one that comes when nobody waits must not end the process. */
const ignore = (): void => {}

const noAnswer = (): Error => Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })

const inside = (place: string, address: string, kind: string | undefined): Error =>
  refused(
    place,
    `leads to ${address}, a ${kind} address that is no part of the public internet. If it is meant, allow its network with --allow-network`
  )
