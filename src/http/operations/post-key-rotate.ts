import { POST_KEY_ROTATE } from '../../api/operations/post-key-rotate.ts'
import { overlapOf } from '../key-body.ts'
import { granterOf, keyNamed, mintedAnswer } from '../key-operation.ts'
import { keyedOperation } from '../operation.ts'

/** Gives a key another secret; the one before it holds for a while. */
export const postKeyRotate = keyedOperation(POST_KEY_ROTATE, async (request, services) => {
  const overlap = overlapOf(request.body)
  return mintedAnswer(200, await services.keys.rotate(keyNamed(request), overlap, granterOf(request)), services)
})
