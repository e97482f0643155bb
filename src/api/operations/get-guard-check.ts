import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { CHECKED_VALUE } from '../parameters/guard.ts'
import { GUARDED_VALUE, GUARDED_VALUE_EXAMPLE } from '../schemas/guard.ts'
import { GUARD } from '../security.ts'

/** What the guard says of a value. */
export const GET_GUARD_CHECK = {
  name: 'getGuardCheck',
  method: 'GET',
  path: '/api/v1/guard/check',
  tag: 'Guard',
  summary: 'Whether the guard stops a value',
  about:
    'Holds a value against the guard as it is, and says whether its rule would be withheld and which entries cover it.',
  security: GUARD,
  pathParameters: [],
  parameters: [CHECKED_VALUE],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('What the guard says.', json(GUARDED_VALUE, GUARDED_VALUE_EXAMPLE)) },
  errors: []
} as const satisfies KeyedDescription
