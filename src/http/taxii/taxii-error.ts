import type { PublicError } from '../errors/public-error.ts'

/** Values of details are texts: TAXII 2.1 section 3.6.1. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The error message of TAXII, with the codes of the API. */
export const taxiiError = ({ status, code, message, details = {} }: PublicError, requestId: string): string => {
  const known = Object.entries(details).filter(([, value]) => value !== undefined)
  const texts = Object.fromEntries(known.map(([name, value]) => [name, textOf(value)]))
  return `${JSON.stringify({
    title: code.replaceAll('_', ' '),
    description: message,
    error_id: requestId,
    error_code: code,
    http_status: String(status),
    ...(known.length === 0 ? {} : { details: texts })
  })}\n`
}
