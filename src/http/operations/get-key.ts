import { jsonAnswer } from '../answer.ts'
import { keyObject } from '../key-object.ts'
import { granterOf, KEY_PATH, keyNamed, KEYS_SECURITY, surroundingsOf } from '../key-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** One key. */
export const getKey: KeyedOperation = {
  method: 'GET',
  path: KEY_PATH,
  security: KEYS_SECURITY,
  parameters: [],
  async handle(request, services) {
    const key = await services.keys.find(keyNamed(request), granterOf(request))
    return jsonAnswer(200, { data: keyObject(key, await surroundingsOf(services)) })
  }
}
