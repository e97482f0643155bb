import { Problem } from '../problem/problem.ts'

const MISSING =
  'API key is required. Include it in the Authorization header as "Bearer sk_live_..." or in the X-API-Key header.'

const BEARER = 'bearer '

/** The credential of a Bearer header; nothing for another scheme. RFC 6750, section 2.1. */
const bearerToken = (value: string): string =>
  value.slice(0, BEARER.length).toLowerCase() === BEARER ? value.slice(BEARER.length).trim() : ''

/**
 * The one API key of a request, from its headers as they came: names and values in turn. A key may stand in both
 * headers and several times; two different ones are refused, because nobody could say which of them counts.
 */
export const apiKeyOf = (rawHeaders: readonly string[]): string => {
  let key = ''
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase()
    if (name !== 'authorization' && name !== 'x-api-key') continue
    const value = rawHeaders[index + 1] ?? ''
    const given = name === 'x-api-key' ? value.trim() : bearerToken(value)
    if (given === '' || given === key) continue
    if (key !== '') {
      throw new Problem(
        'conflicting_keys',
        'The request carries two different API keys. Send one, in the Authorization or in the X-API-Key header.'
      )
    }
    key = given
  }
  if (key === '') throw new Problem('missing_api_key', MISSING)
  return key
}
