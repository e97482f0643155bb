import { keyMember, readKeyBody } from '../key-body.ts'
import { granterOf, KEYS_PATH, KEYS_SECURITY, mintedAnswer } from '../key-operation.ts'
import type { KeyedOperation } from '../operation.ts'

/** Makes a key, which can do no more than the one that asks. */
export const postKeys: KeyedOperation = {
  method: 'POST',
  path: KEYS_PATH,
  security: KEYS_SECURITY,
  parameters: [],
  body: 'json',
  async handle(request, services) {
    const minted = await services.keys.create(readKeyBody(request.body), granterOf(request), keyMember)
    return mintedAnswer(201, minted, services)
  }
}
