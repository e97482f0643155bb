import { Problem } from '../../problem/problem.ts'
import { jsonAnswer } from '../answer.ts'
import type { OpenOperation } from '../operation.ts'

/** Whether requests are welcome: the store answers, and the server is not on its way down. */
export const getReadyz: OpenOperation = {
  method: 'GET',
  path: '/readyz',
  security: 'open',
  async handle({ store, isDraining }) {
    if (isDraining()) throw new Problem('unavailable', 'The server is stopping.')
    try {
      await store.state()
    } catch (cause) {
      throw new Problem('unavailable', 'The store does not answer.', { cause })
    }
    return jsonAnswer(200, { status: 'ready' })
  }
}
