import { domainToAscii } from './domain-to-ascii.ts'

const ASCII_NAME = /^[A-Za-z0-9._-]*$/
const A_LABEL = /xn--/i

/** What an address parser takes for a number: https://url.spec.whatwg.org/#ends-in-a-number-checker */
const NUMERIC_LABEL = /^(?:[0-9]+|0x[0-9a-f]*)$/

const HYPHEN = 0x2d
const LONGEST_LABEL = 63
/** Longest name in octets, without the root dot (RFC 1035, 2.3.4). */
export const LONGEST_HOST_NAME = 253

const withoutRootDot = (name: string): string => (name.endsWith('.') ? name.slice(0, -1) : name)

const isLetterDigitOrUnderscore = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f

/** Whether the characters from `start` up to `end` are a label of letters, digits, `_` and inner `-`. */
const isLabel = (name: string, start: number, end: number): boolean => {
  if (start === end || end - start > LONGEST_LABEL) return false
  if (name.charCodeAt(start) === HYPHEN || name.charCodeAt(end - 1) === HYPHEN) return false
  for (let at = start; at < end; at += 1) {
    const code = name.charCodeAt(at)
    if (code !== HYPHEN && !isLetterDigitOrUnderscore(code)) return false
  }
  return true
}

const hasLabels = (name: string): boolean => {
  let start = 0
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
    if (!isLabel(name, start, dot)) return false
    start = dot + 1
  }
  return start > 0 && isLabel(name, start, name.length)
}

/** Whether a host would be read as an IPv4 address in some spelling: its last label is a number. */
export const isNumericHost = (host: string): boolean => {
  const name = withoutRootDot(host.toLowerCase())
  return NUMERIC_LABEL.test(name.slice(name.lastIndexOf('.') + 1))
}

/**
 * A host name in its one spelling: lower case, A-labels, no root dot, at least two labels of letters, digits, `_` and
 * inner `-` (RFC 1123). `undefined` when it is none. The length of the whole is left to the caller.
 */
export const readHostName = (text: string): string | undefined => {
  const ascii = ASCII_NAME.test(text) && !A_LABEL.test(text) ? text.toLowerCase() : domainToAscii(text)
  if (ascii === null) return undefined
  const name = withoutRootDot(ascii)
  return hasLabels(name) && !isNumericHost(name) ? name : undefined
}
