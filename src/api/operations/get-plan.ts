import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { CONFIDENCE, INDUSTRY, TYPE } from '../parameters/filters.ts'
import { PLAN_TARGET } from '../parameters/names.ts'
import { PLAN, PLAN_EXAMPLE } from '../schemas/plan.ts'
import { EXPORTING } from '../security.ts'

/** Which shape of the rules a SIEM can carry. */
export const GET_PLAN = {
  name: 'getPlan',
  method: 'GET',
  path: '/api/v1/plan',
  tag: 'Indicators',
  summary: 'A plan of the rules for a SIEM',
  about:
    'What single rules, grouped rules and a bundle come to for a SIEM, which documented limits each meets or breaks, and what to run.',
  security: EXPORTING,
  pathParameters: [],
  parameters: [PLAN_TARGET, TYPE, CONFIDENCE, INDUSTRY],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The plan.', json(PLAN, PLAN_EXAMPLE)) },
  errors: ['too_many_exports']
} as const satisfies KeyedDescription
