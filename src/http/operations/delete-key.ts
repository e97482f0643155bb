import { DELETE_KEY } from '../../api/operations/delete-key.ts'
import { reasonOf } from '../administration/key-body.ts'
import { granterOf, keyNamed } from '../administration/key-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** Revokes a key for good. */
export const deleteKey = keyedOperation(DELETE_KEY, async (request, { keys }) => {
  await keys.revoke(keyNamed(request), reasonOf(request.body), granterOf(request))
  return answerJson(DELETE_KEY, 200, { success: true, message: 'API key revoked successfully' })
})
