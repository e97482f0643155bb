import { small } from '../answers.ts'
import { REVOCATION } from '../bodies/key.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { KEY_ID } from '../parameters/names.ts'
import { REVOKED_KEY } from '../schemas/key.ts'
import { KEYS } from '../security.ts'

/** Revokes a key for good. */
export const DELETE_KEY = {
  name: 'deleteKey',
  method: 'DELETE',
  path: '/api/v1/keys/{id}',
  tag: 'Keys',
  summary: 'Revokes a key',
  about: 'For good, from the next request on. One that was revoked before stays as it is, with its reason.',
  security: KEYS,
  pathParameters: [KEY_ID],
  parameters: [],
  requestHeaders: [],
  body: { schema: REVOCATION, example: { reason: 'laptop lost' }, isOptional: true },
  answers: {
    200: small('It is revoked.', json(REVOKED_KEY, { success: true, message: 'API key revoked successfully' }))
  },
  errors: ['not_found', 'not_grantable']
} as const satisfies KeyedDescription
