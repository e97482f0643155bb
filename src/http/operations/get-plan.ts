import { GET_PLAN } from '../../api/operations/get-plan.ts'
import { parseFilters } from '../../app/filters.ts'
import { restrictionOf } from '../../app/keys/restriction-of.ts'
import { planJson } from '../../app/plan/plan-json.ts'
import { planTarget } from '../../app/plan/plan-target.ts'
import { answerJson } from '../answer.ts'
import { answerInPlace } from '../answers/answer-in-place.ts'
import { defaultKinds } from '../exports/export-parameters.ts'
import { keyedOperation } from '../operation.ts'

/** Which shape of the rules a SIEM can carry. */
export const getPlan = keyedOperation(GET_PLAN, async (request, services) => {
  const {
    parameters,
    caller: { key, tier }
  } = request
  const { settings } = services
  const plans = await services.plans()
  const target = planTarget('target', parameters.get('target'))
  const texts = {
    type: parameters.get('type'),
    confidence: parameters.get('confidence'),
    industry: parameters.get('industry')
  }
  const filters = parseFilters(texts, defaultKinds(settings))
  const namedKinds = parseFilters({ type: texts.type }).kinds
  return answerInPlace(request, services, async () =>
    answerJson(
      GET_PLAN,
      200,
      planJson(await plans.plan({ target, filters, namedKinds, tier, restriction: restrictionOf(key) }))
    )
  )
})
