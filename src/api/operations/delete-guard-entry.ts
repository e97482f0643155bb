import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { GUARD_ENTRY_VALUE } from '../parameters/guard.ts'
import { REMOVED_GUARD_ENTRY } from '../schemas/guard.ts'
import { GUARD } from '../security.ts'

/** Removes an entry of the guard. */
export const DELETE_GUARD_ENTRY = {
  name: 'deleteGuardEntry',
  method: 'DELETE',
  path: '/api/v1/guard/entries/{value}',
  tag: 'Guard',
  summary: 'Removes an entry of the guard',
  about: 'Indicators that nothing else stops give rules again, soon after.',
  security: GUARD,
  pathParameters: [GUARD_ENTRY_VALUE],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('It is removed.', json(REMOVED_GUARD_ENTRY, { value: '198.51.100.0/24' })) },
  errors: ['not_found']
} as const satisfies KeyedDescription
