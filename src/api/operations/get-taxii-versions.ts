import { TAXII_ANSWER } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { CONTENT_CODING, DATES_ADDED } from '../headers.ts'
import { COLLECTION, OBJECT } from '../parameters/names.ts'
import { MATCH_SPEC_VERSION, PAGE_PARAMETERS } from '../parameters/taxii.ts'
import { TAXII_TYPE, TAXII_VERSIONS } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'

/** The versions of one object, of which the last is kept. */
export const GET_TAXII_VERSIONS = {
  name: 'getTaxiiVersions',
  method: 'GET',
  path: '/api/taxii2/api/collections/{collection}/objects/{object}/versions/',
  tag: 'TAXII',
  summary: 'The version of one object',
  about: 'Of all versions the last is kept: TAXII 2.1 section 5.8.',
  security: TAXII,
  pathParameters: [COLLECTION, OBJECT],
  parameters: [...PAGE_PARAMETERS, MATCH_SPEC_VERSION],
  requestHeaders: [],
  body: undefined,
  answers: {
    200: {
      about: 'The resource.',
      headers: [...TAXII_ANSWER, ...DATES_ADDED, CONTENT_CODING],
      content: [json(TAXII_VERSIONS, { more: false, versions: ['2026-05-17T10:00:00.000000Z'] }, TAXII_TYPE)]
    }
  },
  errors: ['not_acceptable', 'not_found']
} as const satisfies KeyedDescription
