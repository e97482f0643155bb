import { GET_HEALTHZ } from '../../api/operations/get-healthz.ts'
import { answerJson } from '../answer.ts'
import { openOperation } from '../operation.ts'

/** Whether the process lives. */
export const getHealthz = openOperation(GET_HEALTHZ, () =>
  Promise.resolve(answerJson(GET_HEALTHZ, 200, { status: 'ok' }))
)
