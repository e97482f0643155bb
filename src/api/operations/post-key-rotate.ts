import { created } from '../answers.ts'
import { ROTATION } from '../bodies/key.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { KEY_ID } from '../parameters/names.ts'
import { MINTED_KEY, MINTED_KEY_EXAMPLE } from '../schemas/key.ts'
import { KEYS } from '../security.ts'

/** Gives a key another secret; the one before it holds for a while. */
export const POST_KEY_ROTATE = {
  name: 'postKeyRotate',
  method: 'POST',
  path: '/api/v1/keys/{id}/rotate',
  tag: 'Keys',
  summary: 'Gives a key another secret',
  about: 'The id stays, and the secret of before holds for a while. The new one is in this answer and in no other.',
  security: KEYS,
  pathParameters: [KEY_ID],
  parameters: [],
  requestHeaders: [],
  body: { schema: ROTATION, example: { overlap_hours: 24 }, isOptional: true },
  answers: { 200: created('The key with its new secret, shown this once.', json(MINTED_KEY, MINTED_KEY_EXAMPLE)) },
  errors: ['not_found', 'not_grantable', 'key_state']
} as const satisfies KeyedDescription
