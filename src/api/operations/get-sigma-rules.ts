import { EXPORT_PAGE, KEPT_EXPORT, RULE_COUNTS, unchanged } from '../answers.ts'
import { YAML_TYPE, text } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { CONTENT_DISPOSITION, RULE_GROUP } from '../headers.ts'
import { IF_NONE_MATCH } from '../parameters/conditions.ts'
import { AS_OF, DOWNLOAD, EXPORT_PARAMETERS, GROUP } from '../parameters/exporting.ts'
import { RULE_EXAMPLE } from '../schemas/rule.ts'
import { EXPORTING } from '../security.ts'

/** One Sigma rule per indicator, or per group of indicators. */
export const GET_SIGMA_RULES = {
  name: 'getSigmaRules',
  method: 'GET',
  path: '/api/v1/iocs/sigma',
  tag: 'Rules',
  summary: 'Sigma rules',
  about:
    'One rule per indicator, or per group of them with `group`, as multi-document YAML. Without `since` the newest change comes first, with it the oldest. Where nothing matches, the answer is one comment line.',
  security: EXPORTING,
  pathParameters: [],
  parameters: [...EXPORT_PARAMETERS, GROUP, AS_OF, DOWNLOAD],
  requestHeaders: [IF_NONE_MATCH],
  body: undefined,
  answers: {
    200: {
      about: 'The rules.',
      headers: [...KEPT_EXPORT, ...RULE_COUNTS, ...EXPORT_PAGE, RULE_GROUP, CONTENT_DISPOSITION],
      content: [text(YAML_TYPE, RULE_EXAMPLE)]
    },
    304: unchanged(...KEPT_EXPORT, RULE_GROUP, CONTENT_DISPOSITION)
  },
  errors: ['cursor_expired', 'too_many_exports']
} as const satisfies KeyedDescription
