import { POST_KEYS } from '../../api/operations/post-keys.ts'
import { keyMember, newKeyOf } from '../administration/key-body.ts'
import { granterOf, mintedAnswer, surroundingsOf } from '../administration/key-operation.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** Makes a key, which can do no more than the one that asks. */
export const postKeys = keyedOperation(POST_KEYS, async (request, services) => {
  const minted = await services.keys.create(newKeyOf(request.body), granterOf(request), keyMember)
  const surroundings = await surroundingsOf(services)
  return mintedAnswer(minted, surroundings, (value) => answerJson(POST_KEYS, 201, value))
})
