import { DEFAULT_GUARD_MODE } from '../../api/bodies/guard.ts'
import { POST_GUARD_ENTRIES } from '../../api/operations/post-guard-entries.ts'
import { guardEntryText } from '../../app/guard/guard-entry-text.ts'
import { guardEntryJson } from '../../app/guard/guard-json.ts'
import { requireDay } from '../../app/require-day.ts'
import { guardFor } from '../administration/guard-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** Adds an entry to the guard. */
export const postGuardEntries = keyedOperation(POST_GUARD_ENTRIES, async (request, services) => {
  const { value, mode, why, until } = request.body
  const guard = await guardFor(request, services)
  const entry = await guard.add(value, {
    mode: mode ?? DEFAULT_GUARD_MODE,
    why: why ?? undefined,
    until: typeof until === 'string' ? requireDay('until', until) : undefined
  })
  const answer = answerJson(POST_GUARD_ENTRIES, 201, guardEntryJson(entry))
  const location = `${POST_GUARD_ENTRIES.path}/${encodeURIComponent(guardEntryText(entry))}`
  return { ...answer, headers: { ...answer.headers, Location: location } }
})
