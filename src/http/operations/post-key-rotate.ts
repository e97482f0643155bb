import { readOverlap } from '../key-body.ts'
import { granterOf, KEY_PATH, keyNamed, KEYS_SECURITY, mintedAnswer } from '../key-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** Gives a key another secret; the one before it holds for a while. */
export const postKeyRotate: KeyedOperation = {
  method: 'POST',
  path: `${KEY_PATH}/rotate`,
  security: KEYS_SECURITY,
  parameters: [],
  body: 'json if any',
  async handle(request, services) {
    const overlap = readOverlap(request.body)
    return mintedAnswer(200, await services.keys.rotate(keyNamed(request), overlap, granterOf(request)), services)
  }
}
