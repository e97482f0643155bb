import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { KEY_ID } from '../parameters/names.ts'
import { KEY_EXAMPLE, ONE_KEY } from '../schemas/key.ts'
import { KEYS } from '../security.ts'

/** One key. */
export const GET_KEY = {
  name: 'getKey',
  method: 'GET',
  path: '/api/v1/keys/{id}',
  tag: 'Keys',
  summary: 'One key',
  about: 'A key of another account is not found.',
  security: KEYS,
  pathParameters: [KEY_ID],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The key.', json(ONE_KEY, { data: KEY_EXAMPLE })) },
  errors: ['not_found']
} as const satisfies KeyedDescription
