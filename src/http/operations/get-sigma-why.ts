import { GET_SIGMA_WHY } from '../../api/operations/get-sigma-why.ts'
import { restrictionOf } from '../../app/keys/restriction-of.ts'
import { whyJson } from '../../app/why/why-json.ts'
import { answerJson } from '../answer.ts'
import { keyedOperation } from '../operation.ts'

/** Where a rule comes from: its sources, what the guard says, since when and until when. */
export const getSigmaWhy = keyedOperation(GET_SIGMA_WHY, async ({ pathParameters, caller }, services) => {
  const provenance = await services.provenance()
  const sight = { tier: caller.tier, restriction: restrictionOf(caller.key) }
  return answerJson(GET_SIGMA_WHY, 200, whyJson(await provenance.why(pathParameters.get('rule_id') ?? '', sight)))
})
