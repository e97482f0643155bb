import type { Kind } from './kind.ts'
import type { KindDefinition } from './normalised.ts'

const HEX = /^[0-9A-Fa-f]*$/

/** Whether a text holds hexadecimal digits and nothing else. */
export const isHex = (text: string): boolean => HEX.test(text)

/** A kind whose values are a fixed number of hexadecimal digits, kept in lower case. */
export const hashKind = (kind: Kind, digits: number): KindDefinition => ({
  kind,
  maxBytes: digits,
  normalise: (text) =>
    text.length === digits && isHex(text)
      ? { kind, value: text.toLowerCase() }
      : { reason: 'bad_hash', detail: isHex(text) ? `${text.length} digits instead of ${digits}` : 'not hexadecimal' }
})
