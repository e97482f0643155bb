import type { KeyedDescription } from '../description.ts'
import { COLLECTION, OBJECT } from '../parameters/names.ts'
import { MATCH_SPEC_VERSION, MATCH_VERSION, PAGE_PARAMETERS } from '../parameters/taxii.ts'
import { TAXII_OBJECTS, TAXII_OBJECTS_EXAMPLE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'
import { taxiiPage } from '../taxii-answers.ts'

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
  answers: taxiiPage(TAXII_OBJECTS, TAXII_OBJECTS_EXAMPLE),
  errors: ['not_acceptable', 'not_found']
} as const satisfies KeyedDescription
