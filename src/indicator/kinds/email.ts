import { readHostName } from '../host-name.ts'
import type { KindDefinition } from '../normalised.ts'

const MAILTO = /^mailto:/i
/** `atext` and dots of RFC 5322, 3.2.3, without `*` and `?`, which stand for a pattern or a mailto header. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'+/=^_`{|}~.-]+$/
/** RFC 5321, 4.5.3.1.1. */
const LONGEST_LOCAL_PART = 64

/** The address of `Display <a@b>`. */
const withoutDisplayName = (text: string): string =>
  text.endsWith('>') ? text.slice(text.lastIndexOf('<') + 1, -1).trim() : text

/** The address of `mailto:a@b?subject=c`. */
const withoutMailto = (text: string): string => {
  if (!MAILTO.test(text)) return text
  const query = text.indexOf('?')
  return text.slice('mailto:'.length, query < 0 ? text.length : query).trim()
}

const isLocalPart = (text: string): boolean =>
  text.length <= LONGEST_LOCAL_PART &&
  LOCAL_PART.test(text) &&
  !text.startsWith('.') &&
  !text.endsWith('.') &&
  !text.includes('..')

/** A mail address with an ASCII local part, lower case. */
export const EMAIL: KindDefinition = {
  kind: 'email',
  maxBytes: 254,
  normalise: (text) => {
    const address = withoutMailto(withoutDisplayName(text))
    const at = address.lastIndexOf('@')
    const local = address.slice(0, Math.max(at, 0))
    const host = readHostName(address.slice(at + 1))
    if (!isLocalPart(local)) return { reason: 'bad_email', detail: 'local part' }
    return host === undefined
      ? { reason: 'bad_email', detail: 'host' }
      : { kind: 'email', value: `${local.toLowerCase()}@${host}` }
  }
}
