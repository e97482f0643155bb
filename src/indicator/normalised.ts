import type { Kind } from './kind.ts'
import type { Rejection } from './rejection.ts'

/** A value in the one spelling that its identity rests on, and what the spelling it came in said besides. */
export interface Normalised {
  readonly value: string
  /** A port written behind an address or host that is not a URL. */
  readonly port?: number
  /** The scheme of a URL, which is no part of its value. */
  readonly scheme?: 'http' | 'https'
}

/** A normalised value whose kind may differ from the one asked for: an IPv4-mapped IPv6 address is IPv4. */
export interface Identified extends Normalised {
  readonly kind: Kind
}

/** How one kind reads its values. One file per kind in `kinds/`, one line in `kinds.ts`. */
export interface KindDefinition {
  readonly kind: Kind
  /** Longest value in UTF-8 bytes, after normalising. */
  readonly maxBytes: number
  /** Reads text that is already refanged and trimmed. */
  readonly normalise: (text: string) => Identified | Rejection
}
