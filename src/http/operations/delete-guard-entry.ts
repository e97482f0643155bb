import { DELETE_GUARD_ENTRY } from '../../api/operations/delete-guard-entry.ts'
import { entryNamed, guardFor } from '../administration/guard-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** Removes an entry of the guard. */
export const deleteGuardEntry = keyedOperation(DELETE_GUARD_ENTRY, async (request, services) => {
  const guard = await guardFor(request, services)
  return answerJson(DELETE_GUARD_ENTRY, 200, { value: await guard.remove(entryNamed(request)) })
})
