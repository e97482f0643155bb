import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { DAYS } from '../parameters/days.ts'
import { KEY_ID } from '../parameters/names.ts'
import { USAGE_ANSWER, USAGE_EXAMPLE } from '../schemas/usage.ts'
import { KEYS } from '../security.ts'

/** How a key was used of late. */
export const GET_KEY_USAGE = {
  name: 'getKeyUsage',
  method: 'GET',
  path: '/api/v1/keys/{id}/usage',
  tag: 'Keys',
  summary: 'How a key was used in the last days',
  about: 'By status, by day, and how long it took.',
  security: KEYS,
  pathParameters: [KEY_ID],
  parameters: [DAYS],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The usage.', json(USAGE_ANSWER, USAGE_EXAMPLE)) },
  errors: ['not_found']
} as const satisfies KeyedDescription
