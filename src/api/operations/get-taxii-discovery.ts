import { TAXII_ANSWER } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { TAXII_DISCOVERY, TAXII_DISCOVERY_EXAMPLE, TAXII_TYPE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'

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
  answers: {
    200: {
      about: 'The resource.',
      headers: [...TAXII_ANSWER],
      content: [json(TAXII_DISCOVERY, TAXII_DISCOVERY_EXAMPLE, TAXII_TYPE)]
    }
  },
  errors: ['not_acceptable']
} as const satisfies KeyedDescription
