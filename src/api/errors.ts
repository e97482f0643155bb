import type { z } from 'zod'
import type { ProblemCode } from '../problem/problem.ts'
import {
  ACCEPT_DETAILS,
  ADDRESS_DETAILS,
  EXPIRED_DETAILS,
  GRANT_DETAILS,
  MEDIA_DETAILS,
  METHOD_DETAILS,
  MISSING_DETAILS,
  PARAMETER_DETAILS,
  ROOM_DETAILS,
  SCOPE_DETAILS,
  TIER_DETAILS
} from './error-details.ts'

/** One way in which the API refuses or fails. */
export interface ErrorDescription {
  /** The usual one first. */
  readonly statuses: readonly [number, ...(readonly number[])]
  /** What the sentence of such an error looks like. */
  readonly message: string
  /** What `details` hold where they are there; `undefined` where they never are. */
  readonly details?: z.ZodType
  readonly exampleDetails?: Readonly<Record<string, unknown>>
}

/** Every error that an answer can have. What else goes wrong inside surfaces as one of the last two. */
export const ERRORS = {
  invalid_parameter: {
    statuses: [400],
    message: 'type "ip4": it is not one of the values there are. Did you mean "ipv4"? Allowed: ipv4, ipv6.',
    details: PARAMETER_DETAILS,
    exampleDetails: {
      parameter: 'type',
      reason: 'it is not one of the values there are',
      allowed: ['ipv4', 'ipv6'],
      nearest: 'ipv4'
    }
  },
  conflicting_keys: {
    statuses: [400],
    message: 'The request carries two different API keys. Send one, in the Authorization or in the X-API-Key header.'
  },
  missing_api_key: {
    statuses: [401],
    message:
      'API key is required. Include it in the Authorization header as "Bearer sk_live_..." or in the X-API-Key header.'
  },
  invalid_api_key: {
    statuses: [401],
    message: 'The API key is malformed, unknown or revoked.'
  },
  expired_api_key: {
    statuses: [401],
    message: 'The API key has expired.'
  },
  ip_not_allowed: {
    statuses: [403],
    message: 'The API key may not be used from 192.0.2.7.',
    details: ADDRESS_DETAILS,
    exampleDetails: { address: '192.0.2.7' }
  },
  insufficient_scope: {
    statuses: [403],
    message: 'The API key lacks the scope feeds:admin.',
    details: SCOPE_DETAILS,
    exampleDetails: { required: 'feeds:admin' }
  },
  tier_required: {
    statuses: [403],
    message: 'The tier "free" does not include the Sigma export. Tiers that do: pro.',
    details: TIER_DETAILS,
    exampleDetails: { tier: 'free', required: ['pro'] }
  },
  not_grantable: {
    statuses: [403],
    message: 'The API key cannot give that: it lacks the scope feeds:admin itself.',
    details: GRANT_DETAILS,
    exampleDetails: { parameter: 'scopes', reason: 'it lacks the scope feeds:admin itself' }
  },
  not_found: {
    statuses: [404],
    message: 'There is no feed "partnr" that is fetched. Did you mean "partner"?',
    details: MISSING_DETAILS,
    exampleDetails: { nearest: 'partner' }
  },
  method_not_allowed: {
    statuses: [405],
    message: '/api/v1/iocs takes GET, HEAD, not POST.',
    details: METHOD_DETAILS,
    exampleDetails: { allowed: ['GET', 'HEAD'] }
  },
  not_acceptable: {
    statuses: [406],
    message:
      'This server speaks TAXII 2.1 only; send "Accept: application/taxii+json;version=2.1", or no Accept header at all.',
    details: ACCEPT_DETAILS,
    exampleDetails: { allowed: 'application/taxii+json;version=2.1' }
  },
  timeout: {
    statuses: [408],
    message: 'The request did not arrive in time.'
  },
  too_many_keys: {
    statuses: [409],
    message: 'The account "soc" has 50 live keys of tier "pro", and 50 is the most. Revoke one first.',
    details: ROOM_DETAILS,
    exampleDetails: { account: 'soc', tier: 'pro', live: 50, most: 50 }
  },
  key_state: {
    statuses: [409],
    message: 'The key 0d3c5b1e-4f5a-4c8e-9b0a-5d2f0c7e6a11 has expired or was revoked, and stays so; make a new one.'
  },
  feed_exists: {
    statuses: [409],
    message: 'There is a feed "partner" already.'
  },
  feed_state: {
    statuses: [409],
    message: 'Nothing of the feed "partner" waits for approval.'
  },
  cursor_expired: {
    statuses: [410],
    message:
      'The rules of 2026-05-17T10:00:00.000000Z are no longer kept; the earliest moment is 2026-06-01T00:00:00.000000Z. Ask for a later one, or leave as_of out.',
    details: EXPIRED_DETAILS,
    exampleDetails: { parameter: 'as_of', earliest: '2026-06-01T00:00:00.000000Z' }
  },
  request_too_large: {
    statuses: [413, 414, 431],
    message: 'The URL is longer than 8192 characters; ask for less at once.'
  },
  unsupported_media_type: {
    statuses: [415],
    message: 'The request body is "text/plain"; send it as Content-Type: application/json, not compressed.',
    details: MEDIA_DETAILS,
    exampleDetails: { allowed: ['application/json'] }
  },
  rate_limit_exceeded: {
    statuses: [429],
    message: 'You have exceeded your request limit. Check the X-RateLimit-Reset header for when your quota resets.'
  },
  too_many_exports: {
    statuses: [429],
    message: 'As many exports as the key may have are under way. Try again when one of them is over.'
  },
  too_many_failures: {
    statuses: [429],
    message:
      'Too many requests with wrong keys came from your address. Check the key, and wait for the time in Retry-After.'
  },
  internal_error: {
    statuses: [500],
    message: 'The server met a fault of its own. Quote the request id when you report it.'
  },
  unavailable: {
    statuses: [503],
    message: 'The server cannot answer for the moment. Try again after the time in the Retry-After header.'
  }
} as const satisfies Partial<Record<ProblemCode, ErrorDescription>>

/** The code of an error that an answer can have. */
export type ErrorCode = keyof typeof ERRORS

/** All of them, in the order of their statuses. */
export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[]

/** The description of one. */
export const errorNamed = (code: ErrorCode): ErrorDescription => ERRORS[code]

/** Whether a code is one of {@link ERRORS}. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code)
