import type { Description, KeyedDescription } from './description.ts'
import { ERROR_CODES, type ErrorCode, errorNamed } from './errors.ts'

/** What becomes of requests that are broken, too large or too slow, before anyone looks where they go. */
export const UNREAD: readonly ErrorCode[] = ['invalid_parameter', 'timeout', 'request_too_large']

/** What can befall every request. */
const ALWAYS: readonly ErrorCode[] = [...UNREAD, 'internal_error', 'unavailable']

/** What can befall every request that needs a key. */
const OF_KEYS: readonly ErrorCode[] = [
  'conflicting_keys',
  'missing_api_key',
  'invalid_api_key',
  'expired_api_key',
  'ip_not_allowed',
  'rate_limit_exceeded',
  'too_many_failures'
]

const keyedCodes = ({ security, body, errors }: KeyedDescription): readonly ErrorCode[] => [
  ...OF_KEYS,
  ...(security.scope === undefined ? [] : (['insufficient_scope'] as const)),
  ...(security.feature === undefined ? [] : (['tier_required'] as const)),
  ...(body === undefined ? [] : (['unsupported_media_type'] as const)),
  ...errors
]

/** The codes of every error that an operation can answer with, in the order of the catalogue. */
export const expectedErrors = (described: Description): readonly ErrorCode[] => {
  const codes = new Set([...ALWAYS, ...(described.security === 'open' ? [] : keyedCodes(described))])
  return ERROR_CODES.filter((code) => codes.has(code))
}

/** The same by status. */
export const errorsByStatus = (codes: readonly ErrorCode[]): ReadonlyMap<number, readonly ErrorCode[]> => {
  const statuses = [...new Set(codes.flatMap((code) => errorNamed(code).statuses))].sort((a, b) => a - b)
  return new Map(statuses.map((status) => [status, codes.filter((code) => errorNamed(code).statuses.includes(status))]))
}
