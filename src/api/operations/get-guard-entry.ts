import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { GUARD_ENTRY_VALUE } from '../parameters/guard.ts'
import { GUARD_ENTRY, GUARD_ENTRY_EXAMPLE } from '../schemas/guard.ts'
import { GUARD } from '../security.ts'

/** One entry that was added by hand. */
export const GET_GUARD_ENTRY = {
  name: 'getGuardEntry',
  method: 'GET',
  path: '/api/v1/guard/entries/{value}',
  tag: 'Guard',
  summary: 'One entry of the guard',
  about: 'By its value, written in any way.',
  security: GUARD,
  pathParameters: [GUARD_ENTRY_VALUE],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The entry.', json(GUARD_ENTRY, GUARD_ENTRY_EXAMPLE)) },
  errors: ['not_found']
} as const satisfies KeyedDescription
