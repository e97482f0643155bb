import type { Exports } from '../../app/exports.ts'
import { READ_SCOPE } from '../../app/keys.ts'
import { answerExport } from '../answer-export.ts'
import { EXPORT_PARAMETERS, exportRequest } from '../export-parameters.ts'
import type { KeyedOperation } from '../operation.ts'

const PATH = '/api/v1/iocs/sigma/manifest'

/** The context of each rule, as JSON lines. */
export const getSigmaManifest: KeyedOperation = {
  method: 'GET',
  path: PATH,
  security: { scope: READ_SCOPE, feature: 'sigmaExport' },
  parameters: EXPORT_PARAMETERS,
  handle(request, services) {
    const { exports, provenance, settings } = services
    return answerExport<Awaited<ReturnType<Exports['ruleIndicators']>>>(
      {
        path: PATH,
        request: exportRequest('manifest', 0, request, settings),
        contentType: 'application/x-ndjson; charset=utf-8',
        isKept: false,
        open: (wanted) => exports.ruleIndicators(wanted),
        counts: ({ keys, withheld }) => ({
          'X-Rule-Count': String(keys.length),
          'X-Rules-Withheld': String(withheld)
        }),
        body: ({ keys, body }) => (keys.length === 0 ? '' : provenance.manifest(body))
      },
      request,
      services
    )
  }
}
