import { isHex } from './hash-kind.ts'
import { isOtherAttackId } from './technique-id.ts'

// What a text without a type looks like at first sight. Each asks for the shape of a kind and no more, so that a text
// which then breaks the kind's rules is refused with that kind's reason.

const DIGITS_AND_DOTS = /^[0-9]+\.[0-9.:-]*$/
const HEX_AND_COLONS = /^[0-9A-Fa-f:.]+(?:%.*)?$/
const BRACKETED_HEX = /^\[[0-9A-Fa-f:.]*[\]%]/
const MAILTO = /^mailto:/i
const AT_SIGN_BEFORE_PATH = /^[^/?#@]*@/
const DOTTED_HOST_AND_PATH = /^[^/?\s.]+\.[^/?\s]*[/?]/
const CVE = /^cve[-_ ]?[0-9]/i
const TECHNIQUE = /^t[0-9]{3,}(?:\.[0-9]*)?$/i
const HOST_CHARACTERS = /^[A-Za-z0-9._-]*$/
const LETTER = /^[A-Za-z]$/
const DOTTED_WORD = /^[^\s.]*\.\S*$/

/** Decimal numbers and dots, as an IPv4 address, a range of them, or one with a port. */
export const looksLikeIpv4 = (text: string): boolean => DIGITS_AND_DOTS.test(text)

/** Hexadecimal digits and at least two colons, or such in brackets; a zone may follow. */
export const looksLikeIpv6 = (text: string): boolean =>
  (text.startsWith('[') && BRACKETED_HEX.test(text) && !text.includes('/')) ||
  (text.indexOf(':') !== text.lastIndexOf(':') && HEX_AND_COLONS.test(text))

/** At least `digits` hexadecimal digits and nothing else. */
export const looksLikeHash = (text: string, digits: number): boolean => text.length >= digits && isHex(text)

/** A `mailto:` link, a name with an address in `<>`, or an `@` before any path. */
export const looksLikeEmail = (text: string): boolean =>
  MAILTO.test(text) || (text.includes('@') && (text.endsWith('>') || AT_SIGN_BEFORE_PATH.test(text)))

/** A host, dotted or in brackets, with a path or query behind it. */
export const looksLikeHostAndPath = (text: string): boolean =>
  DOTTED_HOST_AND_PATH.test(text) || (BRACKETED_HEX.test(text) && text.includes('/'))

/** `CVE` and a digit. */
export const looksLikeCve = (text: string): boolean => CVE.test(text)

/** `T` and digits, or the id of another ATT&CK object. */
export const looksLikeAttackId = (text: string): boolean => TECHNIQUE.test(text) || isOtherAttackId(text)

/** Letters, digits and dots whose last label begins with a letter: what most domains look like. */
export const looksLikePlainDomain = (text: string): boolean =>
  LETTER.test(text.charAt(text.lastIndexOf('.', text.length - 2) + 1)) &&
  text.includes('.') &&
  HOST_CHARACTERS.test(text)

/** One word with a dot in it. */
export const looksLikeDomain = (text: string): boolean => DOTTED_WORD.test(text)
