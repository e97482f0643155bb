import { GET_GUARD_CHECK } from '../../api/operations/get-guard-check.ts'
import { guardedValueJson } from '../../app/guard/guard-json.ts'
import { invalidParameter } from '../../app/invalid-parameter.ts'
import { guardFor } from '../administration/guard-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** What the guard says of a value. */
export const getGuardCheck = keyedOperation(GET_GUARD_CHECK, async (request, services) => {
  const value = request.parameters.get('value')
  if (value === undefined) throw invalidParameter('value', undefined, { reason: 'it is missing' })
  const guard = await guardFor(request, services)
  return answerJson(GET_GUARD_CHECK, 200, guardedValueJson(await guard.check(value)))
})
