import type { KeyedDescription } from '../description.ts'
import { COLLECTION, OBJECT } from '../parameters/names.ts'
import { MATCH_SPEC_VERSION, PAGE_PARAMETERS } from '../parameters/taxii.ts'
import { TAXII_VERSIONS } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'
import { taxiiPage } from '../taxii-answers.ts'

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
  answers: taxiiPage(TAXII_VERSIONS, { more: false, versions: ['2026-05-17T10:00:00.000000Z'] }),
  errors: ['not_acceptable', 'not_found']
} as const satisfies KeyedDescription
