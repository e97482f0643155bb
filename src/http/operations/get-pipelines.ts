import { GET_PIPELINES } from '../../api/operations/get-pipelines.ts'
import type { PIPELINE_LIST } from '../../api/schemas/pipeline.ts'
import type { Written } from '../../api/written.ts'
import { pipelineSummaries } from '../../app/pipeline-summary.ts'
import { answerText } from '../answers/answer-text.ts'
import { keyedOperation } from '../operation.ts'

/** The processing pipelines for the Sigma tools, each with the path of its file. */
export const getPipelines = keyedOperation(GET_PIPELINES, (request, services) => {
  const data = pipelineSummaries().map((summary) => ({ ...summary, url: `${GET_PIPELINES.path}/${summary.name}` }))
  const text = `${JSON.stringify({ data } satisfies Written<typeof PIPELINE_LIST>)}\n`
  return Promise.resolve(answerText({ text, contentType: 'application/json; charset=utf-8' }, request, services))
})
