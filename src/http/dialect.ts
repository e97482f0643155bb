import { TAXII_TYPE } from '../api/schemas/taxii.ts'
import { errorBody, type ErrorStyle, type PublicError } from './errors/public-error.ts'
import type { KeySchemes } from './gate/api-key-headers.ts'
import { taxiiError } from './taxii/taxii-error.ts'
import { TAXII_PATHS } from './taxii/taxii-paths.ts'

/** How a part of the server speaks to its clients where nothing else differs: of errors and of keys. */
export interface Dialect extends ErrorStyle, KeySchemes {
  readonly error: (shown: PublicError, requestId: string) => string
}

/** What the API speaks. */
export const API: Dialect = {
  contentType: 'application/json; charset=utf-8',
  error: errorBody,
  challenge: 'Bearer',
  takesBasic: false
}

/** What clients of TAXII understand; most know no other scheme than Basic. */
const TAXII: Dialect = {
  contentType: TAXII_TYPE,
  error: taxiiError,
  challenge: 'Basic realm="sigmill", charset="UTF-8", Bearer',
  takesBasic: true
}

/** What is spoken under a path. */
export const dialectOf = (path: string): Dialect => (TAXII_PATHS.some((begin) => path.startsWith(begin)) ? TAXII : API)
