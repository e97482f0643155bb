import type { KeyedDescription } from '../description.ts'
import { TAXII_DISCOVERY, TAXII_DISCOVERY_EXAMPLE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'
import { taxiiResource } from '../taxii-answers.ts'

/** Where TAXII clients begin. */
export const GET_TAXII_DISCOVERY = {
  name: 'getTaxiiDiscovery',
  method: 'GET',
  path: '/api/taxii2/',
  tag: 'TAXII',
  summary: 'The discovery resource',
  about: 'TAXII 2.1 section 4.1.',
  security: TAXII,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: taxiiResource(TAXII_DISCOVERY, TAXII_DISCOVERY_EXAMPLE),
  errors: ['not_acceptable']
} as const satisfies KeyedDescription
