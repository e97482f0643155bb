import { GET_SIGMA_MANIFEST } from '../../api/operations/get-sigma-manifest.ts'
import type { ExportRequest, GroupExport, GroupRequest } from '../../app/exports/export-request.ts'
import type { Exports } from '../../app/exports/exports.ts'
import type { Answer } from '../answer.ts'
import { answerExport } from '../exports/answer-export.ts'
import { exportRequest, groupHeader } from '../exports/export-parameters.ts'
import { keyedOperation, type KeyedRequest, type Services } from '../operation.ts'

const CONTENT_TYPE = 'application/x-ndjson; charset=utf-8'

const answerRules = async (request: ExportRequest, keyed: KeyedRequest, services: Services): Promise<Answer> => {
  const { exports } = services
  const provenance = await services.provenance()
  return answerExport<Awaited<ReturnType<Exports['ruleIndicators']>>>(
    {
      path: GET_SIGMA_MANIFEST.path,
      request,
      contentType: CONTENT_TYPE,
      isCacheable: false,
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
      path: GET_SIGMA_MANIFEST.path,
      request,
      contentType: CONTENT_TYPE,
      isCacheable: false,
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
export const getSigmaManifest = keyedOperation(GET_SIGMA_MANIFEST, async (keyed, services) => {
  const request = exportRequest('manifest', 0, keyed, services.settings)
  const { group } = request
  return group === undefined
    ? answerRules(request, keyed, services)
    : answerGroupManifest({ ...request, group }, keyed, services)
})
