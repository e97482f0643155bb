import type { Kind } from './kind.ts'
import type { Identified } from './normalised.ts'
import { prepare } from './prepare.ts'
import { readAs } from './read-as.ts'
import type { Rejection } from './rejection.ts'

/**
 * Reads a value of a known kind in any spelling, defanged or not, into the one spelling that its identity rests on.
 * Never throws; whether ATT&CK knows a technique is not asked here.
 */
export const normalise = (kind: Kind, text: string): Identified | Rejection => {
  const prepared = prepare(text)
  return typeof prepared === 'string' ? readAs(kind, prepared) : prepared
}
