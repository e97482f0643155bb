import type { KeyedDescription } from '../description.ts'
import { COLLECTION } from '../parameters/names.ts'
import { MATCH_PARAMETERS, PAGE_PARAMETERS } from '../parameters/taxii.ts'
import { TAXII_OBJECTS, TAXII_OBJECTS_EXAMPLE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'
import { taxiiPage } from '../taxii-answers.ts'

/** The objects of a collection. */
export const GET_TAXII_OBJECTS = {
  name: 'getTaxiiObjects',
  method: 'GET',
  path: '/api/taxii2/api/collections/{collection}/objects/',
  tag: 'TAXII',
  summary: 'The objects of a collection',
  about: 'Those that have ended included: TAXII 2.1 section 5.4.',
  security: TAXII,
  pathParameters: [COLLECTION],
  parameters: [...PAGE_PARAMETERS, ...MATCH_PARAMETERS],
  requestHeaders: [],
  body: undefined,
  answers: taxiiPage(TAXII_OBJECTS, TAXII_OBJECTS_EXAMPLE),
  errors: ['not_acceptable', 'not_found', 'too_many_exports']
} as const satisfies KeyedDescription
