import { GET_GUARD_ENTRIES } from '../../api/operations/get-guard-entries.ts'
import { guardEntryJson } from '../../app/guard/guard-json.ts'
import { guardFor } from '../administration/guard-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** The entries that were added by hand. */
export const getGuardEntries = keyedOperation(GET_GUARD_ENTRIES, async (request, services) => {
  const guard = await guardFor(request, services)
  const data = (await guard.entries()).map(guardEntryJson)
  return answerJson(GET_GUARD_ENTRIES, 200, { data })
})
