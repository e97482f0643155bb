import { printable } from '../../problem/printable.ts'
import { Problem } from '../../problem/problem.ts'
import type { ErrorEnvelope } from './error-envelope.ts'

/** A refusal or failure that a server answered with. */
export interface ServerFailure {
  readonly place: string
  readonly status: number
  readonly envelope: ErrorEnvelope
  /** Seconds that it asks to wait. */
  readonly retryAfter: number | undefined
}

/** A status that passes by itself: too slow, too many requests, or trouble of the server. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500

/** The answer of a server that gives no rules: what it says, in its own words. */
export const statusProblem = ({ place, status, envelope, retryAfter }: ServerFailure): Problem => {
  const { code, message, requestId, parameter, allowed } = envelope
  const said = [code, message].flatMap((part) => (part === undefined ? [] : [printable(part)]))
  const words = said.length === 0 ? '' : `: ${said.join(', ')}`
  const request = requestId === undefined ? '' : `, request ${printable(requestId)}`
  const wait = retryAfter === undefined ? '' : ` It asks to wait ${retryAfter} seconds.`
  return new Problem(
    isPassing(status) ? 'server_unreachable' : 'server_refused',
    `${place} answers ${status}${words}${request}.${wait} ${remedyOf(status)}.`,
    { details: { status, code, parameter, allowed, retryAfter } }
  )
}

const remedyOf = (status: number): string => {
  if (status === 401 || status === 403) return 'Check the key and what its account may do'
  if (status === 404) return 'Check the address after --from'
  return isPassing(status) ? 'Try again later' : 'Check the flags'
}

/** An answer that is not what the API promises. `reason` goes on behind the place. */
export const unexpectedAnswer = (place: string, reason: string): Problem =>
  new Problem('server_unexpected', `${place} ${reason}. Check the address after --from.`)
