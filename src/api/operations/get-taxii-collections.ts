import type { KeyedDescription } from '../description.ts'
import { TAXII_COLLECTIONS, TAXII_COLLECTION_EXAMPLE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'
import { taxiiResource } from '../taxii-answers.ts'

/** The collections that there are. */
export const GET_TAXII_COLLECTIONS = {
  name: 'getTaxiiCollections',
  method: 'GET',
  path: '/api/taxii2/api/collections/',
  tag: 'TAXII',
  summary: 'The collections',
  about: 'TAXII 2.1 section 5.1.',
  security: TAXII,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: taxiiResource(TAXII_COLLECTIONS, { collections: [TAXII_COLLECTION_EXAMPLE] }),
  errors: ['not_acceptable']
} as const satisfies KeyedDescription
