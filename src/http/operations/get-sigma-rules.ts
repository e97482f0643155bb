import type { Export } from '../../app/exports.ts'
import { READ_SCOPE } from '../../app/keys.ts'
import { NO_RULES } from '../../app/rule-documents.ts'
import { answerExport } from '../answer-export.ts'
import { EXPORT_PARAMETERS, exportRequest, readAsOf, readSwitch } from '../export-parameters.ts'
import type { KeyedOperation } from '../operation.ts'

const PATH = '/api/v1/iocs/sigma'

/** One Sigma rule per indicator, as multi-document YAML. */
export const getSigmaRules: KeyedOperation = {
  method: 'GET',
  path: PATH,
  security: { scope: READ_SCOPE, feature: 'sigmaExport' },
  parameters: [...EXPORT_PARAMETERS, 'as_of', 'download'],
  async handle(request, services) {
    const { exports, settings } = services
    const asFile = `attachment; filename="${settings.publisher.slug}_rules.yml"`
    const isDownload = readSwitch('download', request.parameters)
    return answerExport<Export<string>>(
      {
        path: PATH,
        request: { ...exportRequest('sigma', 0, request, settings), asOf: readAsOf(request.parameters) },
        contentType: 'application/yaml; charset=utf-8',
        isKept: true,
        headers: isDownload ? { 'Content-Disposition': asFile } : {},
        open: (wanted) => exports.rules(wanted),
        counts: ({ keys, withheld }) => ({
          'X-Rule-Count': String(keys.length),
          'X-Rules-Withheld': String(withheld)
        }),
        body: ({ keys, body }) => (keys.length === 0 ? NO_RULES : body)
      },
      request,
      services
    )
  }
}
