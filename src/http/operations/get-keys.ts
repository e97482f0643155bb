import { jsonAnswer } from '../answer.ts'
import { keyObject } from '../key-object.ts'
import { granterOf, KEYS_PATH, KEYS_SECURITY, surroundingsOf } from '../key-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** The keys of the own account, or of all. */
export const getKeys: KeyedOperation = {
  method: 'GET',
  path: KEYS_PATH,
  security: KEYS_SECURITY,
  parameters: [],
  async handle(request, services) {
    const keys = await services.keys.list(granterOf(request))
    const surroundings = await surroundingsOf(services)
    const data = keys.map((key) => keyObject(key, surroundings))
    return jsonAnswer(200, { data, meta: { total: data.length } })
  }
}
