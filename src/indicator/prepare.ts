import { findForbidden, isPrintableAscii } from './forbidden-characters.ts'
import { toNfc } from './nfc.ts'
import { refang } from './refang.ts'
import type { Rejection } from './rejection.ts'

/** Longest spelling that is looked at, in UTF-16 units: four times the longest value. */
const LONGEST_SPELLING = 8192

const codePointName = (char: string): string =>
  `U+${Number(char.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}`

/** What every kind does to a value first: trim, refuse forbidden characters, refang, NFC. */
export const prepare = (text: string): string | Rejection => {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_SPELLING) return { reason: 'too_long', detail: `${trimmed.length} characters` }
  const ascii = isPrintableAscii(trimmed)
  const forbidden = ascii ? undefined : findForbidden(trimmed)
  if (forbidden !== undefined) return { reason: 'control_character', detail: codePointName(forbidden) }
  const refanged = refang(trimmed).trim()
  if (refanged === '') return { reason: 'empty' }
  return ascii ? refanged : toNfc(refanged)
}
