import { POST_KEY_ROTATE } from '../../api/operations/post-key-rotate.ts'
import { overlapOf } from '../administration/key-body.ts'
import { granterOf, keyNamed, mintedAnswer, surroundingsOf } from '../administration/key-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** Gives a key another secret; the one before it holds for a while. */
export const postKeyRotate = keyedOperation(POST_KEY_ROTATE, async (request, services) => {
  const overlap = overlapOf(request.body)
  const minted = await services.keys.rotate(keyNamed(request), overlap, granterOf(request))
  const surroundings = await surroundingsOf(services, request.caller.key)
  return mintedAnswer(minted, surroundings, (value) => answerJson(POST_KEY_ROTATE, 200, value))
})
