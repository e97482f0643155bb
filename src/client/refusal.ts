import { z } from 'zod'
import { type ErrorCode, isErrorCode } from '../api/errors.ts'

/** An answer that is not what was asked for. */
export interface Refusal {
  readonly ok: false
  readonly status: number
  /** `undefined` where the answer is not of a sigmill server, but of something on the way to it. */
  readonly code: ErrorCode | undefined
  /** For people. */
  readonly message: string
  /** What else is known of the refusal, by code. */
  readonly details: Readonly<Record<string, unknown>>
  /** By which the log of the server has the request. */
  readonly requestId: string | undefined
  /** Seconds to wait before it makes sense to ask again. */
  readonly retryAfter: number | undefined
  readonly headers: Headers
}

const DETAILS = z.record(z.string(), z.unknown()).default({})

const OF_API = z.object({ error: z.object({ code: z.string(), message: z.string(), details: DETAILS }) })

const OF_TAXII = z.object({ error_code: z.string(), description: z.string(), details: DETAILS })

const ENVELOPE = z.union([
  OF_API.transform(({ error }) => error),
  OF_TAXII.transform(({ error_code, description, details }) => ({ code: error_code, message: description, details }))
])

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const secondsOf = (text: string | null): number | undefined =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined

/** The refusal of an answer whose body is read already. */
export const refusalOf = ({ status, statusText, headers }: Response, text: string): Refusal => {
  const { data } = ENVELOPE.safeParse(parse(text))
  return {
    ok: false,
    status,
    code: data !== undefined && isErrorCode(data.code) ? data.code : undefined,
    message: data?.message ?? `The answer is ${status} ${statusText}, and none of a sigmill server.`,
    details: data?.details ?? {},
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: secondsOf(headers.get('retry-after')),
    headers
  }
}
