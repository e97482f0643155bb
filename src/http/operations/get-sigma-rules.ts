import { GET_SIGMA_RULES } from '../../api/operations/get-sigma-rules.ts'
import { DOWNLOAD } from '../../api/parameters/exporting.ts'
import type { Export, ExportRequest, GroupExport, GroupRequest } from '../../app/exports/export-request.ts'
import { NO_RULES } from '../../app/yaml-documents.ts'
import type { Answer } from '../answer.ts'
import { answerExport } from '../exports/answer-export.ts'
import { exportRequest, groupHeader, readAsOf } from '../exports/export-parameters.ts'
import { oncePerKey } from '../exports/once-per-key.ts'
import { keyedOperation, type KeyedRequest, type Services } from '../operation.ts'
import { readSwitch } from '../query/read-value.ts'

const CONTENT_TYPE = 'application/yaml; charset=utf-8'

type Headers = Readonly<Record<string, string>>

const answerRules = (
  request: ExportRequest,
  headers: Headers,
  keyed: KeyedRequest,
  services: Services
): Promise<Answer> =>
  answerExport<Export<Uint8Array>>(
    {
      path: GET_SIGMA_RULES.path,
      request,
      contentType: CONTENT_TYPE,
      isCacheable: true,
      headers,
      open: (wanted) => services.exports.rules(wanted),
      handsOut: ({ keys }) => keys.length,
      counts: ({ keys, withheld }) => ({
        'X-Rule-Count': String(keys.length),
        'X-Rules-Withheld': String(withheld)
      }),
      body: ({ keys, body }) => (keys.length === 0 ? NO_RULES : body)
    },
    keyed,
    services
  )

const answerGroupedRules = (
  request: GroupRequest,
  headers: Headers,
  keyed: KeyedRequest,
  services: Services
): Promise<Answer> =>
  answerExport<GroupExport<Uint8Array>>(
    {
      path: GET_SIGMA_RULES.path,
      request,
      contentType: CONTENT_TYPE,
      isCacheable: true,
      headers: { ...headers, ...groupHeader(request) },
      open: () => services.exports.groupedRules(request),
      handsOut: ({ chunks }) => chunks,
      counts: ({ chunks, withheld }) => ({
        'X-Rule-Count': String(chunks),
        'X-Rules-Withheld': String(withheld)
      }),
      body: ({ chunks, body }) => (chunks === 0 ? NO_RULES : body)
    },
    keyed,
    services
  )

const readWanted = oncePerKey((keyed, settings) => {
  const asFile = `attachment; filename="${settings.publisher.slug}_rules.yml"`
  const headers: Headers = readSwitch(DOWNLOAD, keyed.parameters) ? { 'Content-Disposition': asFile } : {}
  const asOf = readAsOf(keyed.parameters)
  return { headers, request: { ...exportRequest('sigma', 0, keyed, settings), asOf } }
})

const isGrouped = (request: ExportRequest): request is GroupRequest => request.group !== undefined

/** One Sigma rule per indicator, or per group of indicators, as multi-document YAML. */
export const getSigmaRules = keyedOperation(GET_SIGMA_RULES, (keyed, services) => {
  const { headers, request } = readWanted(keyed, services.settings)
  return isGrouped(request)
    ? answerGroupedRules(request, headers, keyed, services)
    : answerRules(request, headers, keyed, services)
})
