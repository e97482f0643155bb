import { BUNDLE_COUNTS, BUNDLE_VERSION, unchanged } from '../answers.ts'
import type { KeyedDescription } from '../description.ts'
import { CONTENT_DISPOSITION } from '../headers.ts'
import { IF_NONE_MATCH } from '../parameters/conditions.ts'
import { CONFIDENCE, INDUSTRY, SINCE, TYPE } from '../parameters/filters.ts'
import { TARGET } from '../parameters/names.ts'
import { EXPORTING } from '../security.ts'

/** The indicators in the form of the tables of a SIEM, as one archive. */
export const GET_BUNDLE = {
  name: 'getBundle',
  method: 'GET',
  path: '/api/v1/bundles/{target}',
  tag: 'Indicators',
  summary: 'The indicators as lookup tables of one SIEM',
  about:
    'With the searches of the SIEM, as one zip archive of everything that is selected, whatever the results a request of the tier are. `since` gives a delta, which needs a tier with the longest lookback. Unpack it into an empty folder.',
  security: EXPORTING,
  pathParameters: [TARGET],
  parameters: [TYPE, CONFIDENCE, INDUSTRY, SINCE],
  requestHeaders: [IF_NONE_MATCH],
  body: undefined,
  answers: {
    200: {
      about: 'The archive.',
      headers: [...BUNDLE_VERSION, ...BUNDLE_COUNTS, CONTENT_DISPOSITION],
      content: [{ form: 'bytes', type: 'application/zip' }]
    },
    204: {
      about: 'Nothing is selected, or nothing changed.',
      headers: [...BUNDLE_VERSION, ...BUNDLE_COUNTS],
      content: []
    },
    304: unchanged(...BUNDLE_VERSION)
  },
  errors: ['not_found', 'cursor_expired', 'too_many_exports']
} as const satisfies KeyedDescription
