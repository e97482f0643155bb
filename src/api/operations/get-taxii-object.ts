import { TAXII_ANSWER } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { CONTENT_CODING, DATES_ADDED } from '../headers.ts'
import { COLLECTION, OBJECT } from '../parameters/names.ts'
import { MATCH_SPEC_VERSION, MATCH_VERSION, PAGE_PARAMETERS } from '../parameters/taxii.ts'
import { TAXII_OBJECTS, TAXII_OBJECTS_EXAMPLE, TAXII_TYPE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'

/** One object. */
export const GET_TAXII_OBJECT = {
  name: 'getTaxiiObject',
  method: 'GET',
  path: '/api/taxii2/api/collections/{collection}/objects/{object}/',
  tag: 'TAXII',
  summary: 'One object',
  about: 'TAXII 2.1 section 5.6.',
  security: TAXII,
  pathParameters: [COLLECTION, OBJECT],
  parameters: [...PAGE_PARAMETERS, MATCH_VERSION, MATCH_SPEC_VERSION],
  requestHeaders: [],
  body: undefined,
  answers: {
    200: {
      about: 'The resource.',
      headers: [...TAXII_ANSWER, ...DATES_ADDED, CONTENT_CODING],
      content: [json(TAXII_OBJECTS, TAXII_OBJECTS_EXAMPLE, TAXII_TYPE)]
    }
  },
  errors: ['not_acceptable', 'not_found']
} as const satisfies KeyedDescription
