import type { ExportRequest, GroupExport, GroupRequest } from '../../app/exports/export-request.ts'
import type { Exports } from '../../app/exports/exports.ts'
import { READ_SCOPE } from '../../app/keys.ts'
import type { Answer } from '../answer.ts'
import { answerExport } from '../answer-export.ts'
import { EXPORT_PARAMETERS, exportRequest, groupHeader } from '../export-parameters.ts'
import type { KeyedOperation, KeyedRequest, Services } from '../operation.ts'

const PATH = '/api/v1/iocs/sigma/manifest'
const CONTENT_TYPE = 'application/x-ndjson; charset=utf-8'

const answerRules = (request: ExportRequest, keyed: KeyedRequest, services: Services): Promise<Answer> => {
  const { exports, provenance } = services
  return answerExport<Awaited<ReturnType<Exports['ruleIndicators']>>>(
    {
      path: PATH,
      request,
      contentType: CONTENT_TYPE,
      isKept: false,
      open: (wanted) => exports.ruleIndicators(wanted),
      handsOut: ({ keys }) => keys.length,
      counts: ({ keys, withheld }) => ({
        'X-Rule-Count': String(keys.length),
        'X-Rules-Withheld': String(withheld)
      }),
      body: ({ keys, body }) => (keys.length === 0 ? '' : provenance.manifest(body))
    },
    keyed,
    services
  )
}

const answerGroupManifest = (request: GroupRequest, keyed: KeyedRequest, services: Services): Promise<Answer> =>
  answerExport<GroupExport<string>>(
    {
      path: PATH,
      request,
      contentType: CONTENT_TYPE,
      isKept: false,
      headers: groupHeader(request),
      open: () => services.exports.groupManifest(request),
      handsOut: ({ chunks }) => chunks,
      counts: ({ chunks, withheld }) => ({
        'X-Rule-Count': String(chunks),
        'X-Rules-Withheld': String(withheld)
      }),
      body: ({ chunks, body }) => (chunks === 0 ? '' : body)
    },
    keyed,
    services
  )

/** The context of each rule, or the members of each grouped rule, as JSON lines. */
export const getSigmaManifest: KeyedOperation = {
  method: 'GET',
  path: PATH,
  security: { scope: READ_SCOPE, feature: 'sigmaExport' },
  parameters: [...EXPORT_PARAMETERS, 'group'],
  async handle(keyed, services) {
    const request = exportRequest('manifest', 0, keyed, services.settings)
    const { group } = request
    return group === undefined
      ? answerRules(request, keyed, services)
      : answerGroupManifest({ ...request, group }, keyed, services)
  }
}
