import type { z } from 'zod'
import { headersOfError } from '../answer-headers.ts'
import type { Description } from '../description.ts'
import { exampleError, exampleTaxiiError } from '../error-bodies.ts'
import type { ErrorCode } from '../errors.ts'
import { UNREAD } from '../expected-errors.ts'
import { ERROR_SCHEMAS, TAXII_ERROR_SCHEMAS } from '../schemas/error.ts'
import { TAXII_TYPE } from '../schemas/taxii.ts'
import type { DocumentParts } from './document-parts.ts'
import { headerParts } from './header-parts.ts'
import type { JsonPart, Reference } from './shared-parts.ts'

/** A body that is one of several errors, each with an example under its code. */
const errorContent = (
  codes: readonly ErrorCode[],
  schemaOf: ReadonlyMap<ErrorCode, z.ZodType>,
  exampleOf: (code: ErrorCode) => JsonPart,
  { schemas }: DocumentParts
): JsonPart => {
  const wanted = [...schemaOf].filter(([code]) => codes.includes(code)).map(([, schema]) => schemas.of(schema))
  return {
    schema: wanted.length === 1 ? wanted[0] : { oneOf: wanted },
    examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }]))
  }
}

const apiContent = (codes: readonly ErrorCode[], parts: DocumentParts): JsonPart => ({
  'application/json': errorContent(codes, ERROR_SCHEMAS, exampleError, parts)
})

/** Bytes that never became a request are refused before anyone knows that they were meant for TAXII. */
const taxiiContent = (status: number, codes: readonly ErrorCode[], parts: DocumentParts): JsonPart => {
  const unread = codes.filter((code) => UNREAD.includes(code))
  return {
    [TAXII_TYPE]: errorContent(codes, TAXII_ERROR_SCHEMAS, (code) => exampleTaxiiError(code, status), parts),
    ...(unread.length === 0 ? {} : apiContent(unread, parts))
  }
}

/** The answer of a status that an operation gives where it refuses or fails, as the document has it. */
export const errorPart = (
  described: Pick<Description, 'name' | 'security' | 'tag'>,
  status: number,
  codes: readonly ErrorCode[],
  isHead: boolean,
  parts: DocumentParts
): Reference => {
  const isTaxii = described.tag === 'TAXII'
  const name = `${isTaxii ? 'Taxii' : ''}Error${status}${isHead ? 'OfHead' : ''}`
  const content = isTaxii ? taxiiContent(status, codes, parts) : apiContent(codes, parts)
  return parts.responses.share(name, described.name, {
    description: codes.map((code) => `\`${code}\``).join(', '),
    headers: headerParts(headersOfError(described, status), described.name, parts),
    ...(isHead ? {} : { content })
  })
}
