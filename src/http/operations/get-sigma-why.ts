import { READ_SCOPE } from '../../app/keys.ts'
import { whyJson } from '../../app/why/why-json.ts'
import { jsonAnswer } from '../answer.ts'
import type { KeyedOperation } from '../operation.ts'

/** Where a rule comes from: its sources, what the guard says, since when and until when. */
export const getSigmaWhy: KeyedOperation = {
  method: 'GET',
  path: '/api/v1/iocs/sigma/{rule_id}/why',
  security: { scope: READ_SCOPE, feature: 'sigmaExport' },
  parameters: [],
  async handle({ pathParameters, caller }, { provenance }) {
    return jsonAnswer(200, whyJson(await provenance.why(pathParameters.get('rule_id') ?? '', caller.tier)))
  }
}
