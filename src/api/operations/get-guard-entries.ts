import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { GUARD_ENTRY_EXAMPLE, GUARD_ENTRY_LIST } from '../schemas/guard.ts'
import { GUARD } from '../security.ts'

/** The entries that were added by hand. */
export const GET_GUARD_ENTRIES = {
  name: 'getGuardEntries',
  method: 'GET',
  path: '/api/v1/guard/entries',
  tag: 'Guard',
  summary: 'The entries of the guard',
  about: 'Oldest first.',
  security: GUARD,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The entries.', json(GUARD_ENTRY_LIST, { data: [GUARD_ENTRY_EXAMPLE] })) },
  errors: []
} as const satisfies KeyedDescription
