import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { RULE_ID } from '../parameters/names.ts'
import { WHY, WHY_EXAMPLE } from '../schemas/why.ts'
import { EXPORTING } from '../security.ts'

/** Where a rule comes from: its sources, what the guard says, since when and until when. */
export const GET_SIGMA_WHY = {
  name: 'getSigmaWhy',
  method: 'GET',
  path: '/api/v1/iocs/sigma/{rule_id}/why',
  tag: 'Rules',
  summary: 'Where a rule comes from',
  about: 'Its sources, what the guard says, since when and until when; or why there is none any more.',
  security: EXPORTING,
  pathParameters: [RULE_ID],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The explanation.', json(WHY, WHY_EXAMPLE)) },
  errors: ['not_found']
} as const satisfies KeyedDescription
