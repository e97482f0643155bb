import ipaddr from 'ipaddr.js'
import type { Kind } from '../../../../src/indicator/kind.ts'
import type { LogSourceName } from '../log-source.ts'
import type { Search } from '../real-log.ts'

const bytesOf = (text: string): string | undefined =>
  ipaddr.isValid(text) ? ipaddr.process(text).toByteArray().join('.') : undefined

/** Addresses in one field: an event carries an address if the bytes are the same. */
export const addressSearch = (
  kind: Extract<Kind, 'ipv4' | 'ipv6'>,
  logSource: LogSourceName,
  field: string,
  role?: 'source'
): Search => ({
  kind,
  ...(role === undefined ? {} : { role }),
  logSource,
  valuesOf: (fields) => {
    const text = fields[field] ?? ''
    return ipaddr.isValid(text) && ipaddr.process(text).kind() === kind ? [ipaddr.process(text).toString()] : []
  },
  carries: (fields, value) => bytesOf(fields[field] ?? '') === bytesOf(value)
})
