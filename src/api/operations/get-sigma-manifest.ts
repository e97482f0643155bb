import { EXPORT_PAGE, FLEETING_EXPORT, RULE_COUNTS } from '../answers.ts'
import { lines } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { RULE_GROUP } from '../headers.ts'
import { EXPORT_PARAMETERS, GROUP } from '../parameters/exporting.ts'
import { ANY_MANIFEST_LINE, MANIFEST_EXAMPLE } from '../schemas/manifest.ts'
import { EXPORTING } from '../security.ts'

/** The context of each rule, or the members of each grouped rule. */
export const GET_SIGMA_MANIFEST = {
  name: 'getSigmaManifest',
  method: 'GET',
  path: '/api/v1/iocs/sigma/manifest',
  tag: 'Rules',
  summary: 'Context of each rule',
  about:
    'JSON lines, one for each rule of the export with the same parameters. How long a rule stands depends on more than its changes, so nobody may keep an answer.',
  security: EXPORTING,
  pathParameters: [],
  parameters: [...EXPORT_PARAMETERS, GROUP],
  requestHeaders: [],
  body: undefined,
  answers: {
    200: {
      about: 'The manifest.',
      headers: [...FLEETING_EXPORT, ...RULE_COUNTS, ...EXPORT_PAGE, RULE_GROUP],
      content: [lines(ANY_MANIFEST_LINE, MANIFEST_EXAMPLE)]
    }
  },
  errors: ['too_many_exports']
} as const satisfies KeyedDescription
