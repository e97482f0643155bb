import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { GUARD as GUARD_SCHEMA, GUARD_EXAMPLE } from '../schemas/guard.ts'
import { GUARD } from '../security.ts'

/** Everything that the guard stands on. */
export const GET_GUARD = {
  name: 'getGuard',
  method: 'GET',
  path: '/api/v1/guard',
  tag: 'Guard',
  summary: 'The lists and entries of the guard',
  about:
    'The lists that come with the program, of the settings and those that were loaded, and the entries that were added.',
  security: GUARD,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('Lists and entries.', json(GUARD_SCHEMA, GUARD_EXAMPLE)) },
  errors: []
} as const satisfies KeyedDescription
