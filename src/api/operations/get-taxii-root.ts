import type { KeyedDescription } from '../description.ts'
import { TAXII_ROOT, TAXII_ROOT_EXAMPLE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'
import { taxiiResource } from '../taxii-answers.ts'

/** The API root. */
export const GET_TAXII_ROOT = {
  name: 'getTaxiiRoot',
  method: 'GET',
  path: '/api/taxii2/api/',
  tag: 'TAXII',
  summary: 'The API root',
  about: 'TAXII 2.1 section 4.2.',
  security: TAXII,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: taxiiResource(TAXII_ROOT, TAXII_ROOT_EXAMPLE),
  errors: ['not_acceptable']
} as const satisfies KeyedDescription
