import { GET_KEYS } from '../../api/operations/get-keys.ts'
import { keyObject } from '../administration/key-object.ts'
import { granterOf, surroundingsOf } from '../administration/key-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** The keys of the own account, or of all. */
export const getKeys = keyedOperation(GET_KEYS, async (request, services) => {
  const keys = await services.keys.list(granterOf(request))
  const surroundings = await surroundingsOf(services, request.caller.key)
  const data = keys.map((key) => keyObject(key, surroundings))
  return answerJson(GET_KEYS, 200, { data, meta: { total: data.length } })
})
