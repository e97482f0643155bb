import { z } from 'zod'
import { ERROR_CODES, type ErrorCode, errorNamed } from '../errors.ts'

/** The id of a request: on every answer, in every error and in the log. */
export const REQUEST_ID = z.string().regex(/^req_[0-9a-f]{24}$/)

/** `internal_error` is `InternalError`, `not_found` is `NotFoundError`. */
const nameOf = (code: ErrorCode): string =>
  `${code.replace(/_error$/, '')}_error`.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

const errorSchema = (code: ErrorCode): z.ZodType => {
  const { details } = errorNamed(code)
  const error = {
    code: z.literal(code),
    message: z.string().describe('For people; match on the code.'),
    ...(details === undefined ? {} : { details: details.optional() }),
    request_id: REQUEST_ID
  }
  return z.strictObject({ error: z.strictObject(error) }).meta({ id: nameOf(code) })
}

const taxiiErrorSchema = (code: ErrorCode): z.ZodType =>
  z
    .strictObject({
      title: z.string(),
      description: z.string(),
      error_id: REQUEST_ID,
      error_code: z.literal(code),
      http_status: z.string().regex(/^\d{3}$/),
      details: z.record(z.string(), z.string()).optional()
    })
    .meta({ id: `Taxii${nameOf(code)}` })

/** The error of each code, as the API words it. */
export const ERROR_SCHEMAS: ReadonlyMap<ErrorCode, z.ZodType> = new Map(
  ERROR_CODES.map((code) => [code, errorSchema(code)])
)

/** The same as TAXII words it: TAXII 2.1 section 3.6.1. */
export const TAXII_ERROR_SCHEMAS: ReadonlyMap<ErrorCode, z.ZodType> = new Map(
  ERROR_CODES.map((code) => [code, taxiiErrorSchema(code)])
)
