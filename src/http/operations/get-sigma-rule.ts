import { READ_SCOPE } from '../../app/keys.ts'
import { answerText } from '../answer-text.ts'
import type { KeyedOperation } from '../operation.ts'

/** One Sigma rule, as YAML. */
export const getSigmaRule: KeyedOperation = {
  method: 'GET',
  path: '/api/v1/iocs/sigma/{rule_id}',
  security: { scope: READ_SCOPE, feature: 'sigmaExport' },
  parameters: [],
  async handle(request, services) {
    const { pathParameters, caller } = request
    const text = await services.provenance.rule(pathParameters.get('rule_id') ?? '', caller.tier)
    return answerText({ text, contentType: 'application/yaml; charset=utf-8' }, request, services)
  }
}
