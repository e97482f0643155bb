import { type ErrorCode, errorNamed } from './errors.ts'

const EXAMPLE_ID = 'req_5f0c8e2ab91d4e6f7a3b2c1d'

/** An error of a code as the API words it. */
export const exampleError = (code: ErrorCode): Readonly<Record<string, unknown>> => {
  const { message, exampleDetails: details } = errorNamed(code)
  return { error: { code, message, ...(details === undefined ? {} : { details }), request_id: EXAMPLE_ID } }
}

/** The same as TAXII words it. */
export const exampleTaxiiError = (code: ErrorCode, status: number): Readonly<Record<string, unknown>> => ({
  title: code.replaceAll('_', ' '),
  description: errorNamed(code).message,
  error_id: EXAMPLE_ID,
  error_code: code,
  http_status: String(status)
})
