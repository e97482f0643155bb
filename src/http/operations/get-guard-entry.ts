import { GET_GUARD_ENTRY } from '../../api/operations/get-guard-entry.ts'
import { guardEntryJson } from '../../app/guard/guard-json.ts'
import { entryNamed, guardFor } from '../administration/guard-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** One entry that was added by hand. */
export const getGuardEntry = keyedOperation(GET_GUARD_ENTRY, async (request, services) => {
  const guard = await guardFor(request, services)
  return answerJson(GET_GUARD_ENTRY, 200, guardEntryJson(await guard.find(entryNamed(request))))
})
