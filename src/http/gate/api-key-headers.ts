import { errorNamed } from '../../api/errors.ts'
import { Problem } from '../../problem/problem.ts'
import { isNamed } from '../requests/is-named.ts'

const MISSING_FROM_BASIC =
  'API key is required. Send it as the password of Basic authentication, with any user, in the Authorization header as "Bearer sk_live_..." or in the X-API-Key header.'

/** By which schemes of the Authorization header a key may come, besides Bearer. */
export interface KeySchemes {
  /** Whether it may come as the password of the Basic scheme. */
  readonly takesBasic: boolean
}

/** The password, whoever the user is. RFC 7617, section 2. */
const passwordOf = (credentials: string): string => {
  const text = Buffer.from(credentials, 'base64').toString('utf8')
  return text.slice(text.indexOf(':') + 1).trim()
}

/** The key of an Authorization header; nothing where its scheme carries none. RFC 6750, section 2.1. */
const credentialOf = (value: string, { takesBasic }: KeySchemes): string => {
  const [scheme = '', ...rest] = value.split(' ')
  const credentials = rest.join(' ').trim()
  if (scheme.toLowerCase() === 'bearer') return credentials
  return takesBasic && scheme.toLowerCase() === 'basic' ? passwordOf(credentials) : ''
}

/**
 * The one API key of a request, from its headers as they came: names and values in turn. A key may stand in both
 * headers and several times; two different ones are refused, because nobody could say which of them counts.
 */
export const apiKeyOf = (rawHeaders: readonly string[], schemes: KeySchemes): string => {
  let key = ''
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const isBare = isNamed(rawHeaders[index], 'x-api-key')
    if (!isBare && !isNamed(rawHeaders[index], 'authorization')) continue
    const value = rawHeaders[index + 1] ?? ''
    const given = isBare ? value.trim() : credentialOf(value, schemes)
    if (given === '' || given === key) continue
    if (key !== '') {
      throw new Problem('conflicting_keys', errorNamed('conflicting_keys').message)
    }
    key = given
  }
  if (key !== '') return key
  throw new Problem('missing_api_key', schemes.takesBasic ? MISSING_FROM_BASIC : errorNamed('missing_api_key').message)
}
