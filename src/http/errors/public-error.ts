import { errorNamed } from '../../api/errors.ts'
import { Problem, type ProblemCode } from '../../problem/problem.ts'
import { problemStatus } from './problem-status.ts'

/** What a caller is told of a refusal or failure. */
export interface PublicError {
  readonly status: number
  readonly code: ProblemCode
  readonly message: string
  readonly details?: Readonly<Record<string, unknown>> | undefined
}

const INTERNAL: PublicError = {
  status: 500,
  code: 'internal_error',
  message: errorNamed('internal_error').message
}

const UNAVAILABLE: PublicError = {
  status: 503,
  code: 'unavailable',
  message: errorNamed('unavailable').message
}

/** The outside of an error: refusals speak for themselves, of failures nothing of the inside is told. */
export const publicError = (error: unknown): PublicError => {
  if (!(error instanceof Problem)) return INTERNAL
  const status = problemStatus(error.code)
  if (status === 500) return INTERNAL
  if (status === 503) return UNAVAILABLE
  return { status, code: error.code, message: error.message, details: error.details }
}

/** The envelope of every error. */
export const errorBody = ({ code, message, details }: PublicError, requestId: string): string =>
  `${JSON.stringify({ error: { code, message, details, request_id: requestId } })}\n`

const RETRY_AFTER_SECONDS = { 429: 1, 503: 5 } as const

/** How errors are spoken of. */
export interface ErrorStyle {
  readonly contentType: string
  /** The schemes of WWW-Authenticate. */
  readonly challenge: string
}

/** Headers of an error, apart from its request id. */
export const errorHeaders = (
  { status }: PublicError,
  { contentType, challenge }: ErrorStyle
): Record<string, string> => ({
  'Content-Type': contentType,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  ...(status === 401 ? { 'WWW-Authenticate': challenge } : {}),
  ...(status === 429 || status === 503 ? { 'Retry-After': String(RETRY_AFTER_SECONDS[status]) } : {})
})
