import { GET_READYZ } from '../../api/operations/get-readyz.ts'
import { Problem } from '../../problem/problem.ts'
import { answerJson } from '../answer.ts'
import { openOperation } from '../operation.ts'

/** Whether requests are welcome: the store answers, and the server is not on its way down. */
export const getReadyz = openOperation(GET_READYZ, async ({ store, draining, stopping }) => {
  if (draining?.aborted === true || stopping.aborted) throw new Problem('unavailable', 'The server is stopping.')
  try {
    await store.state()
  } catch (cause) {
    throw new Problem('unavailable', 'The store does not answer.', { cause })
  }
  return answerJson(GET_READYZ, 200, { status: 'ready' })
})
