import { EXPORT_PAGE, KEPT_EXPORT, RULE_COUNTS, unchanged } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { IF_NONE_MATCH } from '../parameters/conditions.ts'
import { EXPORT_PARAMETERS } from '../parameters/exporting.ts'
import { STIX_BUNDLE, STIX_BUNDLE_EXAMPLE, STIX_TYPE } from '../schemas/stix.ts'

/** The indicators that give a rule, as a STIX 2.1 bundle. */
export const GET_STIX = {
  name: 'getStix',
  method: 'GET',
  path: '/api/v1/iocs/stix',
  tag: 'Indicators',
  summary: 'The indicators of the rules as a STIX bundle',
  about: 'Filters, order and paging are those of the Sigma export.',
  security: { scope: 'read:iocs', feature: 'stixExport' },
  pathParameters: [],
  parameters: [...EXPORT_PARAMETERS],
  requestHeaders: [IF_NONE_MATCH],
  body: undefined,
  answers: {
    200: {
      about: 'The bundle.',
      headers: [...KEPT_EXPORT, ...RULE_COUNTS, ...EXPORT_PAGE],
      content: [json(STIX_BUNDLE, STIX_BUNDLE_EXAMPLE, STIX_TYPE)]
    },
    304: unchanged(...KEPT_EXPORT)
  },
  errors: ['too_many_exports']
} as const satisfies KeyedDescription
