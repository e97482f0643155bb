import type { Export } from '../../app/exports/export-request.ts'
import { READ_SCOPE } from '../../app/keys.ts'
import { uuidV5 } from '../../indicator/uuid-v5.ts'
import { answerExport } from '../answer-export.ts'
import { EXPORT_PARAMETERS, exportRequest } from '../export-parameters.ts'
import type { KeyedOperation } from '../operation.ts'

const PATH = '/api/v1/iocs/stix'

/** The same answer is the same bundle: its id rests on the version of the answer. */
async function* bundle({ tag, body }: Export<string>): AsyncGenerator<string> {
  yield `{"type":"bundle","id":"bundle--${uuidV5(`bundle:${tag}`)}","objects":[\n`
  yield* body
  yield '\n]}\n'
}

/** The indicators that give a rule, as a STIX 2.1 bundle. */
export const getStix: KeyedOperation = {
  method: 'GET',
  path: PATH,
  security: { scope: READ_SCOPE, feature: 'stixExport' },
  parameters: EXPORT_PARAMETERS,
  handle(request, services) {
    const { exports, settings } = services
    return answerExport<Export<string>>(
      {
        path: PATH,
        request: exportRequest('stix', 0, request, settings),
        contentType: 'application/stix+json;version=2.1',
        isKept: true,
        open: (wanted) => exports.stix(wanted),
        handsOut: ({ keys }) => keys.length,
        counts: ({ keys, withheld }) => ({
          'X-Rule-Count': String(keys.length),
          'X-Rules-Withheld': String(withheld)
        }),
        body: bundle
      },
      request,
      services
    )
  }
}
