import { isNumericHost, LONGEST_HOST_NAME, readHostName } from './host-name.ts'
import { isIpv4 } from './ipv4-text.ts'
import { readIpv6 } from './ipv6-text.ts'
import { readPort } from './port.ts'
import type { Rejection } from './rejection.ts'

const DEFAULT_PORTS = { http: 80, https: 443 } as const

const badHost = (host: string): Rejection => ({ reason: 'bad_host', detail: host.slice(0, 64) })
const badAddress = (host: string): Rejection => ({ reason: 'bad_address', detail: host.slice(0, 64) })

const readBracketed = (host: string): string | Rejection => {
  const text = host.slice(1, -1)
  if (text.includes('%')) return { reason: 'zone_id' }
  const address = readIpv6(text)
  if (address === undefined) return badAddress(host)
  return address.kind === 'ipv4' ? address.value : `[${address.value}]`
}

const readHost = (host: string): string | Rejection => {
  if (host.startsWith('[')) return readBracketed(host)
  if (isIpv4(host)) return host
  if (isNumericHost(host)) return badAddress(host)
  const name = readHostName(host)
  return name === undefined || name.length > LONGEST_HOST_NAME ? badHost(host) : name
}

/** Where the host ends and `:port`, if any, begins. */
const endOfHost = (authority: string): number => {
  const colon = authority.indexOf(':', authority.startsWith('[') ? authority.indexOf(']') : 0)
  return colon < 0 ? authority.length : colon
}

/**
 * The authority of a URL as its identity has it: without user info, the host in its one spelling, and the port unless
 * the scheme implies it. A backslash, which browsers read as the end of the host, is refused.
 */
export const readAuthority = (text: string, scheme: 'http' | 'https' | undefined): string | Rejection => {
  const authority = text.slice(text.lastIndexOf('@') + 1)
  if (text.includes('\\')) return badHost(text)
  const end = endOfHost(authority)
  const host = readHost(authority.slice(0, end))
  const digits = authority.slice(end + 1)
  if (typeof host !== 'string' || digits === '') return host
  const port = readPort(digits)
  if (typeof port !== 'number') return port
  return scheme !== undefined && port === DEFAULT_PORTS[scheme] ? host : `${host}:${port}`
}
