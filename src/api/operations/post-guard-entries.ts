import { created } from '../answers.ts'
import { NEW_GUARD_ENTRY } from '../bodies/guard.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { GUARD_ENTRY, GUARD_ENTRY_EXAMPLE } from '../schemas/guard.ts'
import { GUARD } from '../security.ts'

/** Adds an entry to the guard. */
export const POST_GUARD_ENTRIES = {
  name: 'postGuardEntries',
  method: 'POST',
  path: '/api/v1/guard/entries',
  tag: 'Guard',
  summary: 'Adds an entry to the guard',
  about:
    'In place of the same one. All indicators are held against it within seconds, or a little longer where the store is ' +
    'large: those that give no rule any longer leave exports and stand in the changes.',
  security: GUARD,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: {
    schema: NEW_GUARD_ENTRY,
    example: { value: '198.51.100.0/24', why: 'our own network', until: '2027-03-31' },
    isOptional: false
  },
  answers: { 201: created('The entry.', json(GUARD_ENTRY, GUARD_ENTRY_EXAMPLE)) },
  errors: []
} as const satisfies KeyedDescription
