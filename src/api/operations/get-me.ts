import { small } from '../answers.ts'
import { json } from '../content.ts'
import type { KeyedDescription } from '../description.ts'
import { ME, ME_EXAMPLE } from '../schemas/me.ts'

/** What the key that asks may do, and how much of it is left. */
export const GET_ME = {
  name: 'getMe',
  method: 'GET',
  path: '/api/v1/me',
  tag: 'Keys',
  summary: 'The limits of the own key, and what is left of them',
  about: 'Any key may ask, whatever its scopes. The request counts like any other.',
  security: { scope: undefined, feature: undefined },
  pathParameters: [],
  parameters: [],
  requestHeaders: [],
  body: undefined,
  answers: { 200: small('The key, its limits and what is left.', json(ME, ME_EXAMPLE)) },
  errors: []
} as const satisfies KeyedDescription
