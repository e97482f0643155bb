import { created } from '../answers.ts'
import { NEW_KEY } from '../bodies/key.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { MINTED_KEY, MINTED_KEY_EXAMPLE } from '../schemas/key.ts'
import { KEYS } from '../security.ts'

/** Makes a key, which can do no more than the one that asks. */
export const POST_KEYS = {
  name: 'postKeys',
  method: 'POST',
  path: '/api/v1/keys',
  tag: 'Keys',
  summary: 'Makes a key',
  about: 'It can do no more than the one that asks. Its text is in this answer and in no other.',
  security: KEYS,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: {
    schema: NEW_KEY,
    example: { name: 'prod-splunk-2026q3', expires_in_days: 90, allowed_ips: ['192.0.2.0/24'] },
    isOptional: false
  },
  answers: { 201: created('The key, shown this once.', json(MINTED_KEY, MINTED_KEY_EXAMPLE)) },
  errors: ['not_grantable', 'too_many_keys']
} as const satisfies KeyedDescription
