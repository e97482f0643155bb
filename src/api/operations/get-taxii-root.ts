import { TAXII_ANSWER } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { TAXII_ROOT, TAXII_ROOT_EXAMPLE, TAXII_TYPE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'

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
  answers: {
    200: {
      about: 'The resource.',
      headers: [...TAXII_ANSWER],
      content: [json(TAXII_ROOT, TAXII_ROOT_EXAMPLE, TAXII_TYPE)]
    }
  },
  errors: ['not_acceptable']
} as const satisfies KeyedDescription
