import { GET_STIX } from '../../api/operations/get-stix.ts'
import type { Export } from '../../app/exports/export-request.ts'
import { uuidV5 } from '../../indicator/uuid-v5.ts'
import { answerExport } from '../exports/answer-export.ts'
import { exportRequest } from '../exports/export-parameters.ts'
import { oncePerKey } from '../exports/once-per-key.ts'
import { keyedOperation } from '../operation.ts'

/** The same answer is the same bundle: its id rests on the version of the answer. */
async function* bundle({ tag, body }: Export<string>): AsyncGenerator<string> {
  yield `{"type":"bundle","id":"bundle--${uuidV5(`bundle:${tag}`)}","objects":[\n`
  yield* body
  yield '\n]}\n'
}

const readWanted = oncePerKey((keyed, settings) => exportRequest('stix', 0, keyed, settings))

/** The indicators that give a rule, as a STIX 2.1 bundle. */
export const getStix = keyedOperation(GET_STIX, (request, services) => {
  const { exports, settings } = services
  return answerExport<Export<string>>(
    {
      path: GET_STIX.path,
      request: readWanted(request, settings),
      contentType: 'application/stix+json;version=2.1',
      isCacheable: true,
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
})
