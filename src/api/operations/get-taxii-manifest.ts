import type { KeyedDescription } from '../description.ts'
import { COLLECTION } from '../parameters/names.ts'
import { MATCH_PARAMETERS, PAGE_PARAMETERS } from '../parameters/taxii.ts'
import { TAXII_MANIFEST, TAXII_MANIFEST_EXAMPLE } from '../schemas/taxii.ts'
import { TAXII } from '../security.ts'
import { taxiiPage } from '../taxii-answers.ts'

/** What a collection holds, without the objects. */
export const GET_TAXII_MANIFEST = {
  name: 'getTaxiiManifest',
  method: 'GET',
  path: '/api/taxii2/api/collections/{collection}/manifest/',
  tag: 'TAXII',
  summary: 'The manifest of a collection',
  about: 'Without the objects: TAXII 2.1 section 5.3.',
  security: TAXII,
  pathParameters: [COLLECTION],
  parameters: [...PAGE_PARAMETERS, ...MATCH_PARAMETERS],
  requestHeaders: [],
  body: undefined,
  answers: taxiiPage(TAXII_MANIFEST, TAXII_MANIFEST_EXAMPLE),
  errors: ['not_acceptable', 'not_found', 'too_many_exports']
} as const satisfies KeyedDescription
