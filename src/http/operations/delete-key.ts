import { jsonAnswer } from '../answer.ts'
import { readReason } from '../key-body.ts'
import { granterOf, KEY_PATH, keyNamed, KEYS_SECURITY } from '../key-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** Revokes a key for good. */
export const deleteKey: KeyedOperation = {
  method: 'DELETE',
  path: KEY_PATH,
  security: KEYS_SECURITY,
  parameters: [],
  body: 'json if any',
  async handle(request, { keys }) {
    await keys.revoke(keyNamed(request), readReason(request.body), granterOf(request))
    return jsonAnswer(200, { success: true, message: 'API key revoked successfully' })
  }
}
