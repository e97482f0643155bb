import { GET_KEY } from '../../api/operations/get-key.ts'
import { keyObject } from '../administration/key-object.ts'
import { granterOf, keyNamed, surroundingsOf } from '../administration/key-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** One key. */
export const getKey = keyedOperation(GET_KEY, async (request, services) => {
  const key = await services.keys.find(keyNamed(request), granterOf(request))
  return answerJson(GET_KEY, 200, { data: keyObject(key, await surroundingsOf(services, request.caller.key)) })
})
