import type { IncomingMessage } from 'node:http'
import { LONGEST_BODY } from '../../api/bodies/bounds.ts'
import { BODY_TOO_LONG } from '../body/body-text.ts'
import { hasBody } from '../body/has-body.ts'
import type { PublicError } from '../errors/public-error.ts'
import { isNamed } from './is-named.ts'

const malformed = (message: string): PublicError => ({ status: 400, code: 'invalid_parameter', message })

/** The characters of a host with its port: RFC 3986, section 3.2. */
const HOST = /^[\w.~!$&'()*+,;=%:[\]-]*$/

const countHosts = (rawHeaders: readonly string[]): number =>
  rawHeaders.reduce((count, text, index) => (index % 2 === 0 && isNamed(text, 'host') ? count + 1 : count), 0)

/** What is wrong with a request before anyone looks where it goes: its syntax and its size. */
export const checkRequest = (
  { url = '', method, headers, rawHeaders, httpVersion }: IncomingMessage,
  urlLength: number
): PublicError | undefined => {
  if (url.length > urlLength) {
    return {
      status: 414,
      code: 'request_too_large',
      message: `The URL is longer than ${urlLength} characters; ask for less at once.`
    }
  }
  // RFC 9112, section 3.2: such a request must be refused.
  const hosts = countHosts(rawHeaders)
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) {
    return malformed('An HTTP/1.1 request has exactly one Host header.')
  }
  if (!HOST.test(headers.host ?? '')) return malformed('The Host header holds what no host and port can.')
  // Node takes a request line that says HTTP/2.0 for one of HTTP/1.1.
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return malformed('This server speaks HTTP/1.1 and HTTP/1.0.')
  // A fragment is no part of a request target, and routers disagree on what follows it.
  if (url.includes('#')) return malformed('The URL holds a "#"; write it as %23, or leave out what it begins.')
  if ((method === 'GET' || method === 'HEAD') && hasBody(headers)) {
    return {
      status: 413,
      code: 'request_too_large',
      message: `A ${method} request takes no body here; parameters go into the query string.`
    }
  }
  if (Number(headers['content-length'] ?? 0) > LONGEST_BODY) {
    return { status: 413, code: 'request_too_large', message: BODY_TOO_LONG }
  }
  return undefined
}
