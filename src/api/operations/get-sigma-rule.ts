import { KEPT_TEXT, unchanged } from '../answers.ts'
import { YAML_TYPE, text } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { IF_NONE_MATCH } from '../parameters/conditions.ts'
import { RULE_ID } from '../parameters/names.ts'
import { RULE_EXAMPLE } from '../schemas/rule.ts'
import { EXPORTING } from '../security.ts'

/** One Sigma rule. */
export const GET_SIGMA_RULE = {
  name: 'getSigmaRule',
  method: 'GET',
  path: '/api/v1/iocs/sigma/{rule_id}',
  tag: 'Rules',
  summary: 'One rule',
  about: 'The document that an export has. For an id that gives no rule, the message says why.',
  security: EXPORTING,
  pathParameters: [RULE_ID],
  parameters: [],
  requestHeaders: [IF_NONE_MATCH],
  body: undefined,
  answers: {
    200: { about: 'The rule.', headers: [...KEPT_TEXT], content: [text(YAML_TYPE, RULE_EXAMPLE)] },
    304: unchanged(...KEPT_TEXT)
  },
  errors: ['not_found']
} as const satisfies KeyedDescription
