import { GET_SIGMA_RULE } from '../../api/operations/get-sigma-rule.ts'
import { restrictionOf } from '../../app/keys/restriction-of.ts'
import { answerText } from '../answers/answer-text.ts'
import { keyedOperation } from '../operation.ts'

/** One Sigma rule, as YAML. */
export const getSigmaRule = keyedOperation(GET_SIGMA_RULE, async (request, services) => {
  const { pathParameters, caller } = request
  const provenance = await services.provenance()
  const text = await provenance.rule(pathParameters.get('rule_id') ?? '', {
    tier: caller.tier,
    restriction: restrictionOf(caller.key)
  })
  return answerText({ text, contentType: 'application/yaml; charset=utf-8' }, request, services)
})
