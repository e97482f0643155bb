import { parseFilters } from '../../app/filters.ts'
import { READ_SCOPE } from '../../app/keys.ts'
import { planJson } from '../../app/plan/plan-json.ts'
import { planTarget } from '../../app/plan/plan-target.ts'
import { jsonAnswer } from '../answer.ts'
import { answerInPlace } from '../answer-in-place.ts'
import { defaultKinds } from '../export-parameters.ts'
import type { KeyedOperation } from '../operation.ts'

/** Which shape of the rules a SIEM can carry. */
export const getPlan: KeyedOperation = {
  method: 'GET',
  path: '/api/v1/plan',
  security: { scope: READ_SCOPE, feature: 'sigmaExport' },
  parameters: ['target', 'type', 'confidence', 'industry'],
  async handle(request, services) {
    const {
      parameters,
      caller: { tier }
    } = request
    const { plans, settings } = services
    const target = planTarget('target', parameters.get('target'))
    const texts = {
      type: parameters.get('type'),
      confidence: parameters.get('confidence'),
      industry: parameters.get('industry')
    }
    const filters = parseFilters(texts, defaultKinds(settings))
    const namedKinds = parseFilters({ type: texts.type }).kinds
    return answerInPlace(request, services, async () =>
      jsonAnswer(200, planJson(await plans.plan({ target, filters, namedKinds, tier })))
    )
  }
}
