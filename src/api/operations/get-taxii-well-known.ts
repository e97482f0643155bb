import type { KeyedDescription } from '../description.ts'
import { TAXII_DISCOVERY, TAXII_DISCOVERY_EXAMPLE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'
import { taxiiResource } from '../taxii-answers.ts'

/** The same for clients that know nothing but the host. */
export const GET_TAXII_WELL_KNOWN = {
  name: 'getTaxiiWellKnown',
  method: 'GET',
  path: '/taxii2/',
  tag: 'TAXII',
  summary: 'The discovery resource of the host',
  about: 'The same for clients that know nothing but the host.',
  security: TAXII,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: taxiiResource(TAXII_DISCOVERY, TAXII_DISCOVERY_EXAMPLE),
  errors: ['not_acceptable']
} as const satisfies KeyedDescription
