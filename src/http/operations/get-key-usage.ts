import { GET_KEY_USAGE } from '../../api/operations/get-key-usage.ts'
import { DAYS, DEFAULT_DAYS } from '../../api/parameters/days.ts'
import { usageOfKey } from '../../app/usage/usage-of-key.ts'
import { granterOf, keyNamed } from '../administration/key-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation, type Parameters } from '../operation.ts'
import { readWhole } from '../query/read-value.ts'

const readDays = (parameters: Parameters): number =>
  readWhole(DAYS, parameters.get('days') ?? String(DEFAULT_DAYS), 'usage is not kept for longer')

/** How a key was used of late. */
export const getKeyUsage = keyedOperation(GET_KEY_USAGE, async (request, { keys, store, clock }) => {
  const days = readDays(request.parameters)
  const { id } = await keys.find(keyNamed(request), granterOf(request))
  return answerJson(GET_KEY_USAGE, 200, { data: await usageOfKey(store.counters, id, days, clock.now()) })
})
