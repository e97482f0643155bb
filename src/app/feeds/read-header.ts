import type { FeedHeader } from '../../store/feed-store.ts'
import { invalidParameter } from '../invalid-parameter.ts'

/** RFC 9110, section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/

/** RFC 9110, section 5.5, without what is not ASCII. */
const FIELD_VALUE = /^[\u0020-\u007e]{1,4096}$/

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/

const FROM_ENVIRONMENT = 'env:'

/** Settings of the program, the server secret among them. */
const OWN_VARIABLES = 'SIGMILL_'

/** What the variables begin with that a header may name when it comes over the API. */
export const OPEN_VARIABLES = 'FEED_'

/** What the fetcher says itself, or what would change where a request ends. */
const RESERVED: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'if-modified-since',
  'if-none-match',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'range',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade'
])

const variableFault = (variable: string, isRemote: boolean): string | undefined => {
  if (!VARIABLE.test(variable)) return 'what follows env: is no name of an environment variable'
  if (variable.toUpperCase().startsWith(OWN_VARIABLES)) return `variables ${OWN_VARIABLES}… are settings of sigmill`
  if (isRemote && !variable.startsWith(OPEN_VARIABLES)) {
    return `over the API a header may name variables ${OPEN_VARIABLES}… only, so that nobody sends other secrets of this machine away`
  }
  return undefined
}

/**
 * Reads `Auth-Key: env:VAR` or `Auth-Key: value`. Throws `invalid_parameter`, which never shows the value.
 * `isRemote`: whether it comes over the API.
 */
export const readHeader = (text: string, parameter: string, isRemote: boolean): FeedHeader => {
  const colon = text.indexOf(':')
  const name = colon < 0 ? '' : text.slice(0, colon).trim()
  const value = text.slice(colon + 1).trim()
  const refuse = (reason: string): never => {
    throw invalidParameter(parameter, name === '' ? undefined : name, { reason })
  }
  if (!TOKEN.test(name)) return refuse('a header is a name, a colon and a value, as in Auth-Key: env:VARIABLE')
  if (RESERVED.has(name.toLowerCase())) return refuse('sigmill sends that header itself, or not at all')
  if (!FIELD_VALUE.test(value)) return refuse('its value is empty, too long, or holds something other than ASCII')
  if (!value.startsWith(FROM_ENVIRONMENT)) return { name, literal: value }
  const variable = value.slice(FROM_ENVIRONMENT.length)
  const fault = variableFault(variable, isRemote)
  return fault === undefined ? { name, variable } : refuse(fault)
}
