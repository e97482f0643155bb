import { TAXII_ANSWER } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { TAXII_DISCOVERY, TAXII_DISCOVERY_EXAMPLE, TAXII_TYPE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'

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
  answers: {
    200: {
      about: 'The resource.',
      headers: [...TAXII_ANSWER],
      content: [json(TAXII_DISCOVERY, TAXII_DISCOVERY_EXAMPLE, TAXII_TYPE)]
    }
  },
  errors: ['not_acceptable']
} as const satisfies KeyedDescription
