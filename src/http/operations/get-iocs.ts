import { GET_IOCS } from '../../api/operations/get-iocs.ts'
import type { IndicatorExport } from '../../app/exports/export-request.ts'
import { answerExport } from '../exports/answer-export.ts'
import { oncePerKey } from '../exports/once-per-key.ts'
import { INDICATOR_FORMATS } from '../indicators/indicator-formats.ts'
import { iocEnvelope } from '../indicators/ioc-envelope.ts'
import { readIocRequest } from '../indicators/ioc-parameters.ts'
import { keyedOperation } from '../operation.ts'

const readWanted = oncePerKey(readIocRequest)

/** The indicators themselves, with their sources. */
export const getIocs = keyedOperation(GET_IOCS, async (keyed, services) => {
  const { exports, settings } = services
  const { format, raw, request } = readWanted(keyed, settings)
  const { contentType, write } = INDICATOR_FORMATS[format]
  return answerExport<IndicatorExport>(
    {
      path: GET_IOCS.path,
      request,
      contentType,
      isCacheable: true,
      open: (wanted) => exports.indicators(wanted),
      handsOut: ({ keys }) => keys.length,
      counts: () => ({}),
      body: (answered) => {
        const envelope = iocEnvelope(GET_IOCS.path, keyed.parameters, request, answered, settings.publisher.name)
        return write(answered.body, { envelope, raw })
      }
    },
    keyed,
    services
  )
})
