import type { KeyedDescription } from '../description.ts'
import { COLLECTION } from '../parameters/names.ts'
import { TAXII_COLLECTION, TAXII_COLLECTION_EXAMPLE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'
import { taxiiResource } from '../taxii-answers.ts'

/** One collection. */
export const GET_TAXII_COLLECTION = {
  name: 'getTaxiiCollection',
  method: 'GET',
  path: '/api/taxii2/api/collections/{collection}/',
  tag: 'TAXII',
  summary: 'One collection',
  about: 'By id or alias: TAXII 2.1 section 5.2.',
  security: TAXII,
  pathParameters: [COLLECTION],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: taxiiResource(TAXII_COLLECTION, TAXII_COLLECTION_EXAMPLE),
  errors: ['not_acceptable', 'not_found']
} as const satisfies KeyedDescription
