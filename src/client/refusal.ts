import { z } from 'zod'
import { type ErrorCode, type ERRORS, errorNamed, isErrorCode } from '../api/errors.ts'
import type { Written } from '../api/written.ts'

interface Refused {
  readonly ok: false
  readonly status: number
  /** For people. */
  readonly message: string
  /** By which the log of the server has the request. */
  readonly requestId: string | undefined
  /** Seconds to wait before it makes sense to ask again. */
  readonly retryAfter: number | undefined
  readonly headers: Headers
}

/** What else is known of a refusal of a code; members are there where they help. */
export type DetailsOf<Code extends ErrorCode> = (typeof ERRORS)[Code] extends {
  readonly details: infer Schema extends z.ZodType
}
  ? Partial<Written<Schema>>
  : Readonly<Record<string, never>>

type Coded = {
  [Code in ErrorCode]: { readonly code: Code; readonly details: DetailsOf<Code> }
}[ErrorCode]

/** Not an answer of a sigmill server, but of something on the way to it. */
interface Strange {
  readonly code: undefined
  readonly details: Readonly<Record<string, never>>
}

/** An answer that is not what was asked for. */
export type Refusal = Refused & (Coded | Strange)

const DETAILS = z.record(z.string(), z.unknown()).default({})

/** A detail of TAXII, whose details are texts, as the API has it: what is no text there is JSON in one. */
const unfoldedDetail = (schema: z.ZodType | undefined, value: unknown): unknown => {
  const parsed = typeof value === 'string' ? parse(value) : value
  return parsed !== undefined && typeof parsed !== 'string' && schema?.safeParse(parsed).success === true
    ? parsed
    : value
}

const unfolded = (code: ErrorCode, details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { details: schema } = errorNamed(code)
  const shape: Readonly<Record<string, z.ZodType>> = schema instanceof z.ZodObject ? schema.shape : {}
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, unfoldedDetail(shape[name], value)]))
}

const OF_API = z.object({ error: z.object({ code: z.string(), message: z.string(), details: DETAILS }) })

const OF_TAXII = z.object({ error_code: z.string(), description: z.string(), details: DETAILS })

const ENVELOPE = z.union([
  OF_API.transform(({ error }) => error),
  OF_TAXII.transform(({ error_code: code, description: message, details }) => ({
    code,
    message,
    details: isErrorCode(code) ? unfolded(code, details) : details
  }))
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

const codedOf = ({ code, details }: { readonly code: string; readonly details: unknown }): Coded | Strange =>
  // The descriptions are the types: what they promise of details is not looked at again.
  isErrorCode(code) ? ({ code, details } as Coded) : STRANGE

const STRANGE: Strange = { code: undefined, details: {} }

/** The refusal of an answer whose body is read already. */
export const refusalOf = ({ status, statusText, headers }: Response, text: string): Refusal => {
  const { data } = ENVELOPE.safeParse(parse(text))
  return {
    ok: false,
    status,
    ...(data === undefined ? STRANGE : codedOf(data)),
    message: data?.message ?? `The answer is ${status} ${statusText}, and none of a sigmill server.`,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: secondsOf(headers.get('retry-after')),
    headers
  }
}
