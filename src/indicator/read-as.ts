import type { Kind } from './kind.ts'
import { KIND_DEFINITIONS } from './kinds.ts'
import type { Identified } from './normalised.ts'
import { isRejection, type Rejection } from './rejection.ts'

/** Reads prepared text as a kind and holds it to that kind's limit. Values are ASCII, so units are bytes. */
export const readAs = (kind: Kind, text: string): Identified | Rejection => {
  const read = KIND_DEFINITIONS[kind].normalise(text)
  if (isRejection(read)) return read
  const { maxBytes } = KIND_DEFINITIONS[read.kind]
  if (read.value.length <= maxBytes) return read
  return { reason: 'too_long', detail: `${read.value.length} bytes instead of at most ${maxBytes}` }
}
