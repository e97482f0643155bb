import { STATUS_CODES } from 'node:http'
import { errors } from 'undici'
import { Problem } from '../../problem/problem.ts'
import { FAILURES } from './failures.ts'

// `place` is a URL or path as messages show it, `reason` the rest of the sentence without its full stop.

/** A place that may not be fetched. */
export const refused = (place: string, reason: string): Problem =>
  new Problem('fetch_refused', `${place} is not fetched: it ${reason}.`)

/** An answer that breaks off. */
export const truncated = (place: string, reason: string, cause?: unknown): Problem =>
  new Problem('fetch_truncated', `The answer of ${place} is not whole: ${reason}. Fetch it again.`, { cause })

/** An answer over a limit. */
export const tooLarge = (place: string, reason: string): Problem =>
  new Problem('fetch_too_large', `The answer of ${place} is too large: it ${reason}. Check that it is the feed.`)

/** A server that takes too long. */
export const tooSlow = (place: string, reason: string): Problem =>
  new Problem('fetch_timeout', `${place} takes too long: ${reason}. Try again later.`)

/** No answer at all. */
export const failed = (place: string, reason: string, cause?: unknown): Problem =>
  new Problem('fetch_failed', `${place} cannot be fetched: ${reason}.`, { cause })

/** An answer with a status that brings no feed. `retryAfter` is in seconds. */
export const badStatus = (place: string, status: number, retryAfter: number | undefined): Problem => {
  const name = STATUS_CODES[status]
  const wait = retryAfter === undefined ? '' : ` It asks to wait ${retryAfter} seconds.`
  return new Problem(
    'fetch_status',
    `${place} answers ${status}${name === undefined ? '' : ` (${name})`}. ${remedyOf(status)}.${wait}`,
    { details: { status, ...(retryAfter === undefined ? {} : { retryAfter }) } }
  )
}

const remedyOf = (status: number): string => {
  if (status === 401 || status === 403) return 'Check the credentials, which go into a header'
  if (status === 404 || status === 410) return 'Check the URL'
  if (status === 406) return 'It offers another form than the one asked for. Check the URL'
  if (status === 429) return 'Fetch it less often'
  if (status >= 500) return 'Try again later'
  return 'Check the URL with its provider'
}

/** A failure before the headers were there. What did not come from the network is thrown on as it is. */
export const headProblem = (place: string, error: unknown): unknown => {
  if (error instanceof errors.HeadersOverflowError) return tooLarge(place, 'has more headers than any feed needs')
  if (error instanceof errors.ResponseContentLengthMismatchError) return bodyProblem(place, error)
  const reason = failureOf(error)
  return reason === undefined ? error : failed(place, reason, error)
}

/** A failure within the body. What did not come from the network is thrown on as it is. */
export const bodyProblem = (place: string, error: unknown): unknown => {
  if (error instanceof errors.HeadersOverflowError) return tooLarge(place, 'has a trailer without end')
  const reason = failureOf(error)
  return reason === undefined ? error : truncated(place, reason, error)
}

const failureOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || error instanceof Problem) return undefined
  if (error instanceof errors.HTTPParserError) return 'what the server sends breaks the rules of HTTP'
  if (error instanceof errors.ResponseContentLengthMismatchError) return 'its length is not the one that was announced'
  if (error instanceof errors.SocketError) return 'the server broke the connection off'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code === undefined || !/^[A-Z][A-Z0-9_]+$/.test(code)) return undefined
  return `${Object.hasOwn(FAILURES, code) ? FAILURES[code] : 'the connection failed'} (${code})`
}
