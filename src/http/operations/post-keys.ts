import { POST_KEYS } from '../../api/operations/post-keys.ts'
import { keyMember, newKeyOf } from '../key-body.ts'
import { granterOf, mintedAnswer } from '../key-operation.ts'
import { keyedOperation } from '../operation.ts'

/** Makes a key, which can do no more than the one that asks. */
export const postKeys = keyedOperation(POST_KEYS, async (request, services) => {
  const minted = await services.keys.create(newKeyOf(request.body), granterOf(request), keyMember)
  return mintedAnswer(201, minted, services)
})
