import type { IndicatorExport } from '../../app/exports/export-request.ts'
import { READ_SCOPE } from '../../app/keys.ts'
import { answerExport } from '../answer-export.ts'
import { EXPORT_PARAMETERS } from '../export-parameters.ts'
import { INDICATOR_FORMATS } from '../indicator-formats.ts'
import { iocEnvelope } from '../ioc-envelope.ts'
import { readIocRequest } from '../ioc-parameters.ts'
import type { KeyedOperation } from '../operation.ts'

const PATH = '/api/v1/iocs'

/** The indicators themselves, with their sources. */
export const getIocs: KeyedOperation = {
  method: 'GET',
  path: PATH,
  security: { scope: READ_SCOPE, feature: undefined },
  parameters: [...EXPORT_PARAMETERS, 'offset', 'format', 'raw'],
  async handle(keyed, services) {
    const { exports, settings } = services
    const { format, raw, request } = readIocRequest(keyed, settings)
    const { contentType, write } = INDICATOR_FORMATS[format]
    return answerExport<IndicatorExport>(
      {
        path: PATH,
        request,
        contentType,
        isKept: true,
        open: (wanted) => exports.indicators(wanted),
        handsOut: ({ keys }) => keys.length,
        counts: () => ({}),
        body: (answered) => {
          const envelope = iocEnvelope(PATH, keyed.parameters, request, answered, settings.publisher.name)
          return write(answered.body, { envelope, raw })
        }
      },
      keyed,
      services
    )
  }
}
