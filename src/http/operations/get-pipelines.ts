import { READ_SCOPE } from '../../app/keys.ts'
import { pipelineSummaries } from '../../app/pipeline-summary.ts'
import { answerText } from '../answer-text.ts'
import type { KeyedOperation } from '../operation.ts'

const PATH = '/api/v1/pipelines'

/** The processing pipelines for the Sigma tools, each with the path of its file. */
export const getPipelines: KeyedOperation = {
  method: 'GET',
  path: PATH,
  security: { scope: READ_SCOPE, feature: undefined },
  parameters: [],
  handle(request, services) {
    const data = pipelineSummaries().map((summary) => ({ ...summary, url: `${PATH}/${summary.name}` }))
    const text = `${JSON.stringify({ data })}\n`
    return Promise.resolve(answerText({ text, contentType: 'application/json; charset=utf-8' }, request, services))
  }
}
