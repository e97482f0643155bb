import type { Kind } from './kind.ts'
import type { Identified } from './normalised.ts'
import { readPort } from './port.ts'
import type { Rejection } from './rejection.ts'

/** An identified value with what stands behind it: nothing, or `:` and a port. */
export const withPort = (kind: Kind, value: string, rest: string): Identified | Rejection => {
  if (rest === '') return { kind, value }
  const port = readPort(rest.slice(1))
  return typeof port === 'number' ? { kind, value, port } : port
}
