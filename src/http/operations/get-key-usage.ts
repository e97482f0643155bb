import { USAGE_DAYS, usageOfKey } from '../../app/usage/usage-of-key.ts'
import { jsonAnswer } from '../answer.ts'
import { readWhole } from '../export-parameters.ts'
import { granterOf, KEY_PATH, keyNamed, KEYS_SECURITY } from '../key-operation.ts'
import type { KeyedOperation, Parameters } from '../operation.ts'

const DEFAULT_DAYS = 30

const readDays = (parameters: Parameters): number =>
  readWhole('days', parameters.get('days') ?? String(DEFAULT_DAYS), [1, USAGE_DAYS], 'usage is not kept for longer')

/** How a key was used of late. */
export const getKeyUsage: KeyedOperation = {
  method: 'GET',
  path: `${KEY_PATH}/usage`,
  security: KEYS_SECURITY,
  parameters: ['days'],
  async handle(request, { keys, store, clock }) {
    const days = readDays(request.parameters)
    const { id } = await keys.find(keyNamed(request), granterOf(request))
    return jsonAnswer(200, { data: await usageOfKey(store.counters, id, days, clock.now()) })
  }
}
