import { GET_GUARD } from '../../api/operations/get-guard.ts'
import { guardJson } from '../../app/guard/guard-json.ts'
import { guardFor } from '../administration/guard-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** Everything that the guard stands on. */
export const getGuard = keyedOperation(GET_GUARD, async (request, services) => {
  const guard = await guardFor(request, services)
  return answerJson(GET_GUARD, 200, guardJson(await guard.overview()))
})
