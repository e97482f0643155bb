import { jsonAnswer } from '../answer.ts'
import type { OpenOperation } from '../operation.ts'

/** Whether the process lives. */
export const getHealthz: OpenOperation = {
  method: 'GET',
  path: '/healthz',
  security: 'open',
  handle: () => Promise.resolve(jsonAnswer(200, { status: 'ok' }))
}
