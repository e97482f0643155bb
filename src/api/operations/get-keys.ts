import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { KEY_EXAMPLE, KEY_LIST } from '../schemas/key.ts'
import { KEYS } from '../security.ts'

/** The keys of the own account, or of all. */
export const GET_KEYS = {
  name: 'getKeys',
  method: 'GET',
  path: '/api/v1/keys',
  tag: 'Keys',
  summary: 'The keys of an account, or of all',
  about: 'The oldest first, revoked and expired ones included; of all accounts for `keys:admin`.',
  security: KEYS,
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The keys.', json(KEY_LIST, { data: [KEY_EXAMPLE], meta: { total: 1 } })) },
  errors: []
} as const satisfies KeyedDescription
